package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.delivery.Ack;

/** Uses interactive elements, named by their action id or by the words on them. */
public interface Hand {

  Ack press(String button);

  /** An option of a menu, by its words or its value. */
  Ack choose(String menu, String option);
}
