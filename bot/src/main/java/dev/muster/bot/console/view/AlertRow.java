package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;

/**
 * An alert in a list.
 *
 * @param incident its incident's number; empty for none
 */
public record AlertRow(
    String href,
    String mark,
    String severity,
    String title,
    String status,
    String source,
    String incident,
    String incidentHref,
    TimeView opened,
    boolean isSilenced) {}
