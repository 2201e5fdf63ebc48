package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call by one schedule.
 *
 * @param people empty: nobody
 * @param next empty: nobody for years
 */
public record DutyRow(
    String schedule,
    String people,
    @Nullable TimeView until,
    String next,
    @Nullable TimeView from) {}
