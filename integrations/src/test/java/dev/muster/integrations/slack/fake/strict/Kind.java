package dev.muster.integrations.slack.fake.strict;

/** What can come to a workspace from the app, or be found wrong with it. */
public enum Kind {
  MESSAGE("message"),
  EDIT("edit"),
  EPHEMERAL("ephemeral"),
  DELETION("deletion"),
  VIEW("view"),
  HOME("home tab"),
  CALL("call"),
  REFUSAL("refused call"),
  UNANSWERED("no answer in time"),
  ODDITY("oddity");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
