package dev.muster.integrations.slack.fake.web;

/** How many calls a minute Slack promises at least. docs.slack.dev/apis/web-api/rate-limits */
enum Tier {
  TIER_1(1),
  TIER_2(20),
  TIER_3(50),
  TIER_4(100),
  /** One a second in each channel, with short bursts. */
  POSTING(0),
  /** Hundreds a minute. */
  SPECIAL(600);

  private final int aMinute;

  Tier(int aMinute) {
    this.aMinute = aMinute;
  }

  int aMinute() {
    return aMinute;
  }

  static Tier named(String word) {
    return switch (word) {
      case "posting" -> POSTING;
      case "special" -> SPECIAL;
      default -> valueOf("TIER_" + word);
    };
  }
}
