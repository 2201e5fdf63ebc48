package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;

/**
 * A line of an incident's history.
 *
 * @param link the message that it was taken from; empty for none
 */
public record TimelineRow(TimeView at, String actor, String kind, String text, String link) {}
