package dev.muster.bot.config.plans;

import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who is paged: a schedule, a person, a group, or a service of PagerDuty. */
record PageShape(Declared declared) implements Shape<PageTarget> {

  private static final Pattern WRITTEN = Pattern.compile("(schedule|person|group|pagerduty):\\S+");
  private static final Map<String, String> PLURALS =
      Map.of(
          "schedule", "schedules",
          "person", "people",
          "group", "groups",
          "pagerduty", "services of PagerDuty");

  @Override
  public Schema schema() {
    return Schema.text(WRITTEN);
  }

  @Override
  public Optional<PageTarget> read(Node node, Problems problems) {
    return Shapes.text("schedule:NAME, person:NAME, group:NAME or pagerduty:NAME", WRITTEN)
        .map(text -> new PageTarget(kind(text), text.substring(text.indexOf(':') + 1)))
        .where(
            target -> known(target.kind()).contains(target.name()),
            target ->
                "there is no %s %s%s"
                    .formatted(
                        target.kind().equals("pagerduty") ? "service of PagerDuty" : target.kind(),
                        Words.quoted(target.name()),
                        Words.insteadOf(
                            target.name(),
                            known(target.kind()),
                            PLURALS.getOrDefault(target.kind(), ""))))
        .read(node, problems);
  }

  private List<String> known(String kind) {
    return switch (kind) {
      case "schedule" -> declared.schedules();
      case "person" -> declared.people();
      case "group" -> declared.groups();
      default -> declared.notifiers(kind);
    };
  }

  private static String kind(String text) {
    return text.substring(0, text.indexOf(':'));
  }
}
