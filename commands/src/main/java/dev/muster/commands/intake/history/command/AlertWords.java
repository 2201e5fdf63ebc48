package dev.muster.commands.intake.history.command;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Value;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertRef;

/** How alerts are named in commands. */
final class AlertWords {

  static final Reader<AlertRef> REF =
      (text, _) ->
          AlertRef.parse(text)
              .<Value<AlertRef>>map(Value.Good::new)
              .orElseGet(() -> new Value.Bad<>("the list writes it itself, behind \"Older\"."));

  private AlertWords() {}

  static boolean isFiring(Alert alert) {
    return alert.status().equals(AlertStatus.FIRING.word());
  }

  /** Not to be taken for an incident's number. */
  static String name(Alert alert) {
    return "alert " + alert.id();
  }

  static String show(Alert alert) {
    return "/alert show " + alert.id();
  }
}
