package dev.muster.integrations.slack.answer;

import java.time.Duration;

/**
 * How long is waited, of the three seconds that Slack gives.
 *
 * @param modal as late as a modal can be opened at all, with something to spare
 * @param owed when it is written down that an answer is owed
 * @param ack when Slack is answered at the latest
 * @param beat how often whoever works on something says that they still do
 */
public record Times(Duration modal, Duration owed, Duration ack, Duration beat) {

  public static final Times USUAL =
      new Times(
          Duration.ofMillis(1_800),
          Duration.ofMillis(2_200),
          Duration.ofMillis(2_500),
          Duration.ofSeconds(3));
}
