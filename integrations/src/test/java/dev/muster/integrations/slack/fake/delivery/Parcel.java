package dev.muster.integrations.slack.fake.delivery;

import tools.jackson.databind.node.ObjectNode;

/** One thing that Slack brings to the app. */
public record Parcel(Sort sort, ObjectNode payload) {

  /** How it is wrapped, and whether Slack brings it again when nobody takes it. */
  public enum Sort {
    COMMAND("slash_commands", false),
    INTERACTION("interactive", false),
    EVENT("events_api", true);

    private final String envelope;
    private final boolean again;

    Sort(String envelope, boolean again) {
      this.envelope = envelope;
      this.again = again;
    }

    String envelope() {
      return envelope;
    }

    boolean isBroughtAgain() {
      return again;
    }
  }
}
