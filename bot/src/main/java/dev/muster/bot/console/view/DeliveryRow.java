package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;

/**
 * A webhook in a list.
 *
 * @param error empty for none
 */
public record DeliveryRow(
    String href,
    TimeView received,
    String integration,
    String source,
    String state,
    boolean isTrouble,
    String error,
    String alerts) {}
