package dev.muster.commands.alert;

import java.util.Locale;

/** What a sender says of an alert, whatever words it uses for it. */
public enum AlertStatus {
  FIRING,
  RESOLVED,
  ACKNOWLEDGED,
  SUPPRESSED,
  UNKNOWN;

  /** The word that the API shows. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
