package dev.muster.bot.config.people;

import dev.muster.commands.people.Right;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
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
          "\\*|(\\*|%s):(\\*|%s)|runbook:(\\*|%s)\\[(tag=[A-Za-z0-9._-]+|reads-only)\\]"
              .formatted(
                  String.join("|", AREAS), String.join("|", VERBS), String.join("|", VERBS)));
  private static final Pattern NARROWED =
      Pattern.compile("(?<right>[^\\[]*)\\[(?:tag=[A-Za-z0-9._-]+|reads-only)\\]");

  private Rights() {}

  static Shape<Right> right() {
    var right =
        Shapes.text()
            .where(text -> fault(text).isEmpty(), text -> fault(text).orElse(""))
            .map(Right::parse);
    return Shape.of(() -> Schema.text(WRITTEN), right::read);
  }

  /** A right that is narrowed to some runbooks. */
  private static Optional<String> faultOfNarrowed(String text) {
    var narrowed = NARROWED.matcher(text);
    if (!narrowed.matches()) {
      return Optional.of(
          "a right is narrowed by [tag=NAME] or [reads-only], as in runbook:run[tag=database];"
              + " found "
              + Words.quoted(text));
    }
    var right = narrowed.group("right");
    return fault(right)
        .or(() ->
            right.startsWith("runbook:")
                ? Optional.empty()
                : Optional.of(
                    "only rights on runbooks can be narrowed; write "
                        + Words.quoted(right)
                        + ", or a right on runbooks"));
  }

  private static Optional<String> fault(String text) {
    if (text.equals("*")) {
      return Optional.empty();
    }
    if (text.contains("[")) {
      return faultOfNarrowed(text);
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
