package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.TimeView;
import dev.muster.commands.incident.IncidentStatus;

/**
 * An incident in a list.
 *
 * @param mark the name of the severity's shape
 * @param owner empty: nobody
 */
public record IncidentRow(
    String number,
    String href,
    String mark,
    String severity,
    String title,
    String services,
    String status,
    String owner,
    TimeView opened,
    String alerts,
    boolean isOpen,
    boolean isSnoozed) {

  /** Somebody is to have it, and has not said yet that they do. */
  public boolean isGiven() {
    return !owner.isEmpty() && status.equals(IncidentStatus.TRIGGERED.word());
  }
}
