package dev.muster.integrations.postgres.trouble;

import dev.muster.commands.incident.IncidentId;

/** Whose work it is and in which chat: the digits that its id begins with, and its last word. */
public record Target(IncidentId incident, String platform) {

  /** From the id of a row of work. */
  public static Target of(String instance) {
    var end = 0;
    while (Character.isDigit(instance.charAt(end))) {
      end++;
    }
    return new Target(
        new IncidentId(Long.parseLong(instance.substring(0, end))),
        instance.substring(instance.lastIndexOf('/') + 1));
  }
}
