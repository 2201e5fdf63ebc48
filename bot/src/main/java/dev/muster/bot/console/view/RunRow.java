package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.BlockView.SpanView;
import dev.muster.bot.chat.view.TimeView;
import java.util.List;

/**
 * A run in a list.
 *
 * @param state in one word
 * @param mark the shape of it: needs somebody, failed, done; empty while it goes on
 * @param took empty while it is not over
 * @param waits for what and since when; empty while it goes on and when it is over
 * @param incident its number; empty where it belongs to none
 */
public record RunRow(
    String href,
    String number,
    String title,
    String runbook,
    String state,
    String mark,
    String requester,
    TimeView at,
    String took,
    List<SpanView> waits,
    String incident,
    String incidentHref,
    boolean isDry) {}
