package dev.muster.commands.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is told of an operation. Texts that nobody gave are empty.
 *
 * @param at when it began
 * @param took absent where nobody knows
 * @param impact how things behaved before and after
 */
public record Account(
    Instant at,
    Optional<Duration> took,
    String what,
    String reason,
    String impact,
    String issues,
    String followUp) {

  /** How long each of its texts may be. */
  public static final int LONGEST = 2_000;

  public static Account of(Instant at, String what) {
    return new Account(at, Optional.empty(), what, "", "", "", "");
  }

  public Account begunAt(Instant time) {
    return new Account(time, took, what, reason, impact, issues, followUp);
  }

  public Account taking(Duration length) {
    return new Account(at, Optional.of(length), what, reason, impact, issues, followUp);
  }

  public Account because(String why) {
    return new Account(at, took, what, why, impact, issues, followUp);
  }

  public Account with(Part part, String text) {
    return switch (part) {
      case IMPACT -> new Account(at, took, what, reason, text, issues, followUp);
      case ISSUES -> new Account(at, took, what, reason, impact, text, followUp);
      case FOLLOW_UP -> new Account(at, took, what, reason, impact, issues, text);
    };
  }

  public String part(Part part) {
    return switch (part) {
      case IMPACT -> impact;
      case ISSUES -> issues;
      case FOLLOW_UP -> followUp;
    };
  }

  /** What is often known only afterwards, and can be added to then. */
  public enum Part {
    IMPACT("impact", "Impact"),
    ISSUES("issues", "Issues"),
    FOLLOW_UP("follow-up", "Follow-up");

    private final String word;
    private final String label;

    Part(String word, String label) {
      this.word = word;
      this.label = label;
    }

    /** As it is typed and stored. */
    public String word() {
      return word;
    }

    /** As it is read. */
    public String label() {
      return label;
    }
  }
}
