package dev.muster.bot.page;

/** What every set of pages is made with. */
public record Pages(Frame frame, Exchange exchange, Navigation navigation) {}
