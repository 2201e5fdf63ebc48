package dev.muster.commands.configuration;

import java.util.Optional;

/** Every configuration that was ever accepted; none is changed or forgotten. Thread-safe. */
public interface AcceptedConfigurations {

  Optional<Accepted> latest();

  /** 0 before the first. */
  long latestVersion();

  /** Whether these texts were in force at some time. */
  boolean wereAccepted(String hash);

  /**
   * Puts a configuration in force, and keeps the schedules that it changes as versions of their
   * own. Nothing happens, and nothing is answered, when another one was accepted after that
   * version.
   */
  Optional<Accepted> accept(Proposal proposal, long after);
}
