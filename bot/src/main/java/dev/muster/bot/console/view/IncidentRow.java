package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;

/**
 * An incident in a list.
 *
 * @param mark the name of the severity's shape
 * @param owner empty: nobody
 */
public record IncidentRow(
    String number,
    String href,
    String mark,
    String severity,
    String title,
    String services,
    String status,
    String owner,
    TimeView opened,
    String alerts,
    boolean isOpen) {}
