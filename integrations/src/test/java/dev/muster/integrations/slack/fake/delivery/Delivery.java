package dev.muster.integrations.slack.fake.delivery;

import java.util.Optional;

/** A way to the app. */
public interface Delivery {

  /** One attempt; waits three seconds at most. The reason is that of a retry, empty at first. */
  Ack attempt(Parcel parcel, Optional<Retry> retry);

  /** Which attempt it is, from 1, and why the one before it failed. */
  record Retry(int number, String reason) {}
}
