package dev.muster.commands.incident;

import java.util.Locale;
import java.util.Optional;

/** What a person can be in an incident, besides the one who has it. */
public enum Role {
  COMMANDER("Incident commander", "IC"),
  COMMUNICATIONS("Communications", "Comms"),
  SCRIBE("Scribe", "Scribe"),
  LIAISON("Liaison", "Liaison");

  private final String title;
  private final String shortTitle;

  Role(String title, String shortTitle) {
    this.title = title;
    this.shortTitle = shortTitle;
  }

  /** By its word or another that means the same. */
  public static Optional<Role> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "commander", "ic", "lead" -> Optional.of(COMMANDER);
      case "communications", "comms" -> Optional.of(COMMUNICATIONS);
      case "scribe" -> Optional.of(SCRIBE);
      case "liaison" -> Optional.of(LIAISON);
      default -> Optional.empty();
    };
  }

  /** The word that commands and the database use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  /** For lines that have to fit on a phone. */
  public String shortTitle() {
    return shortTitle;
  }
}
