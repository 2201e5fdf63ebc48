package dev.muster.commands.intake;

import java.util.Comparator;

/**
 * What makes an alert the same alert: the integration that sends it and its sender's own identity.
 */
public record AlertKey(String integration, String dedupKey) implements Comparable<AlertKey> {

  private static final Comparator<AlertKey> ORDER =
      Comparator.comparing(AlertKey::integration).thenComparing(AlertKey::dedupKey);

  @Override
  public int compareTo(AlertKey other) {
    return ORDER.compare(this, other);
  }
}
