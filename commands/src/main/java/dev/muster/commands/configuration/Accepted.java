package dev.muster.commands.configuration;

import java.time.Instant;
import java.util.Map;

/**
 * A configuration that was checked and found right, and is in force from then on.
 *
 * @param version counted from 1
 * @param hash of the texts
 * @param files their texts by path; no secret is among them
 * @param by the replica on which these files lay
 */
public record Accepted(
    long version, String hash, Map<String, String> files, Instant at, String by) {

  public Accepted {
    files = Map.copyOf(files);
  }
}
