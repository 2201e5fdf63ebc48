package dev.muster.bot.config.plans;

/** Who is paged: {@code kind:name}, such as {@code schedule:primary}. */
public record PageTarget(String kind, String name) {}
