package dev.muster.integrations.slack.web;

import java.time.Duration;

/**
 * How often a method may be called: so many times in any such window. Each channel has a window of
 * its own, or all share one. docs.slack.dev/apis/web-api/rate-limits
 */
record Rate(int most, Duration window, boolean isByChannel) {

  /** About one a second in each channel, with a short burst. */
  private static final Rate POSTING = new Rate(3, Duration.ofMillis(3_300), true);

  /** Fifty a minute, spread so that what is last comes soon. */
  private static final Rate TIER_3 = new Rate(10, Duration.ofSeconds(13), false);

  /** Twenty a minute, spread likewise. */
  private static final Rate TIER_2 = new Rate(6, Duration.ofSeconds(19), false);

  /** Held back by nothing but Slack's own word: people wait for these. */
  private static final Rate FREE = new Rate(Integer.MAX_VALUE, Duration.ZERO, false);

  static Rate of(String method) {
    return switch (method) {
      case "chat.postMessage" -> POSTING;
      case "chat.update",
          "conversations.history",
          "conversations.replies",
          "conversations.invite",
          "conversations.join",
          "users.conversations" ->
          TIER_3;
      case "conversations.create",
          "conversations.setTopic",
          "conversations.archive",
          "conversations.unarchive",
          "bookmarks.add",
          "pins.add" ->
          TIER_2;
      default -> FREE;
    };
  }

  String key(String method, String channel) {
    return isByChannel ? method + " " + channel : method;
  }

  /** Whether work waits for it rather than people. */
  boolean isPaced() {
    return most < Integer.MAX_VALUE;
  }

  /** How far apart those that wait are told to come. */
  Duration apart() {
    return window.dividedBy(most);
  }
}
