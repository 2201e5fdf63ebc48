package dev.muster.integrations.slack.fake.response;

/**
 * Where an interaction came from, so that an answer finds its way back; empty without a message.
 */
public record Origin(String user, String channel, String messageTs, String threadTs) {

  public static Origin command(String user, String channel) {
    return new Origin(user, channel, "", "");
  }
}
