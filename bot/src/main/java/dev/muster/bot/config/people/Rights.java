package dev.muster.bot.config.people;

import dev.muster.bot.config.shape.Schema;
import dev.muster.bot.config.shape.Shape;
import dev.muster.bot.config.shape.Shapes;
import dev.muster.bot.config.yaml.Words;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a role grants. */
final class Rights {

  private static final List<String> AREAS =
      List.of(
          "incident",
          "alert",
          "oncall",
          "runbook",
          "change",
          "maintenance",
          "routine",
          "report",
          "status",
          "config",
          "token");
  private static final List<String> VERBS = List.of("view", "act", "run", "approve", "edit");

  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\*|(\\*|%s):(\\*|%s)".formatted(String.join("|", AREAS), String.join("|", VERBS)));

  private Rights() {}

  static Shape<Right> right() {
    return Shapes.text()
        .where(
            text -> !text.contains("["),
            text ->
                "a filter as in "
                    + Words.quoted(text)
                    + " is not supported by this version"
                    + " of Muster yet; without it the right would be wider than you mean")
        .where(text -> fault(text).isEmpty(), text -> fault(text).orElse(""))
        .map(Right::parse)
        .shownAs(() -> Schema.text(WRITTEN));
  }

  private static Optional<String> fault(String text) {
    if (text.equals("*")) {
      return Optional.empty();
    }
    var parts = text.split(":", -1);
    if (parts.length != 2) {
      return Optional.of(
          "a right is written area:verb, such as incident:act; found " + Words.quoted(text));
    }
    return unknown("area", "areas", parts[0], AREAS)
        .or(() -> unknown("verb", "verbs", parts[1], VERBS));
  }

  private static Optional<String> unknown(
      String kind, String plural, String word, List<String> known) {
    return word.equals("*") || known.contains(word)
        ? Optional.empty()
        : Optional.of(
            "rights know no "
                + kind
                + " "
                + Words.quoted(word)
                + Words.insteadOf(word, known, plural));
  }
}
