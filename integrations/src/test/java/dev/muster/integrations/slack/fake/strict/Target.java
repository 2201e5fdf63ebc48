package dev.muster.integrations.slack.fake.strict;

/**
 * A channel's id, a person's id, and the timestamp of a message or the id of a view; what does not
 * apply is empty.
 */
public record Target(String where, String whom, String ts) {

  public static final Target NONE = new Target("", "", "");
}
