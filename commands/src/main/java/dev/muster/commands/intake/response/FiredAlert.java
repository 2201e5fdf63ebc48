package dev.muster.commands.intake.response;

import dev.muster.runbooks.trigger.AlertFacts;

/**
 * An alert of an incident that runbooks fit, or may fit.
 *
 * @param times how many such alerts the same commit had for the same incident and runbooks
 */
public record FiredAlert(long incident, AlertFacts alert, int times) {

  FiredAlert again() {
    return new FiredAlert(incident, alert, times + 1);
  }
}
