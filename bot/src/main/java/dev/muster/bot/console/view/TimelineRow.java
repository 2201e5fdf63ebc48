package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;

/** A line of an incident's history. */
public record TimelineRow(TimeView at, String actor, String kind, String text) {}
