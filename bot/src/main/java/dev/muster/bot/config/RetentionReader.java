package dev.muster.bot.config;

import dev.muster.commands.store.Retention;
import dev.muster.commands.store.Retention.Keep;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code retention}: how long each history is kept. */
final class RetentionReader {

  private static final String FOREVER = "forever";
  private static final String EXAMPLES = "a time to keep it such as 7d, 4 weeks, 3 months or 1y";
  private static final Pattern PERIOD =
      Pattern.compile("([1-9]\\d{0,3})\\s*(d|days?|w|weeks?|months?|y|years?)");

  private RetentionReader() {}

  static Retention in(Section top) {
    return top.optional("retention", retention().about("How long histories are kept."))
        .orElse(Retention.USUAL);
  }

  private static Shape<Retention> retention() {
    return Section.shape(
        "how long to keep what, such as {deliveries: 7d, alerts: 1y}", RetentionReader::retention);
  }

  private static Retention retention(Section section) {
    var usual = Retention.USUAL;
    var deliveries =
        section.optional("deliveries", keep().about("Webhooks as they came, with their bodies."));
    var alerts =
        section.optional("alerts", keep().about("Alerts that are over; open ones always stay."));
    var runs =
        section.optional(
            "runs", keep().about("Runs of runbooks that are over, with their steps and logs."));
    var audit = section.optional("audit", keep().about("Who asked Muster for what."));
    section
        .optional("incidents", keep().about("Incidents and their timelines."))
        .filter(Keep.For.class::isInstance)
        .ifPresent(
            _ -> section.unused("incidents", "incidents and their timelines are kept for ever"));
    return new Retention(
        deliveries.orElse(usual.deliveries()),
        alerts.orElse(usual.alerts()),
        runs.orElse(usual.runs()),
        audit.orElse(usual.audit()));
  }

  private static Shape<Keep> keep() {
    var period =
        Shapes.textOf(EXAMPLES + ", or " + FOREVER)
            .where(
                text -> PERIOD.matcher(text).matches(),
                text ->
                    "expected %s, or %s, found %s".formatted(EXAMPLES, FOREVER, Words.quoted(text)))
            .shownAs(() -> Schema.text(PERIOD))
            .<Keep>map(text -> new Keep.For(period(text)));
    return Shape.of(
        () -> Schema.either(Schema.oneOf(List.of(FOREVER)), period.schema()),
        (node, problems) ->
            node.isText(FOREVER) ? Optional.of(new Keep.Forever()) : period.read(node, problems));
  }

  private static Period period(String text) {
    Matcher read = PERIOD.matcher(text);
    if (!read.matches()) {
      throw new IllegalArgumentException(text);
    }
    var count = Integer.parseInt(read.group(1));
    return switch (read.group(2).charAt(0)) {
      case 'd' -> Period.ofDays(count);
      case 'w' -> Period.ofWeeks(count);
      case 'm' -> Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
  }
}
