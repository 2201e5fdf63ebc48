package dev.muster.commands.alert.own;

import java.util.Locale;

/**
 * Who is invited into an incident's own channel, by a name of the configuration.
 *
 * @param name of the person, the group or the schedule, whose members are those of the moment
 */
public record Invitee(Kind kind, String name) {

  /** What has the name. */
  public enum Kind {
    PERSON,
    GROUP,
    SCHEDULE;

    /** The word that the configuration has for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
