package dev.muster.integrations.slack.fake.model;

import java.util.HashMap;
import java.util.Map;

/** Ids with Slack's letter for each kind of thing. */
public final class Ids {

  private final Map<String, Integer> last = new HashMap<>();

  public synchronized String next(String letter) {
    return letter + "0FAKE" + "%05d".formatted(last.merge(letter, 1, Integer::sum));
  }
}
