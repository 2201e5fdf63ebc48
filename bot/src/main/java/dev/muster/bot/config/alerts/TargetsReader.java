package dev.muster.bot.config.alerts;

import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.deadline.Targets;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code respond}, {@code resolve} and {@code update}, of a severity or of a route. */
final class TargetsReader {

  private static final String NEXT_BUSINESS_DAY = "next-business-day";
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private TargetsReader() {}

  static Targets targets(Section section) {
    return new Targets(
        section.optional("respond", deadline().about("By when somebody has to answer.")),
        section.optional("resolve", deadline().about("By when it has to be over.")),
        section.optional(
            "update",
            atLeastAMinute(Durations.duration())
                .about("How often others hear of it while it lasts.")));
  }

  private static Shape<Deadline> deadline() {
    var within =
        atLeastAMinute(Durations.durationOr(NEXT_BUSINESS_DAY)).<Deadline>map(Deadline.Within::new);
    return Shape.of(
        () -> Schema.either(Schema.oneOf(List.of(NEXT_BUSINESS_DAY)), within.schema()),
        (node, problems) ->
            node.isText(NEXT_BUSINESS_DAY)
                ? Optional.of(new Deadline.NextBusinessDay())
                : within.read(node, problems));
  }

  private static Shape<Duration> atLeastAMinute(Shape<Duration> shape) {
    return shape.where(
        length -> length.compareTo(SHORTEST) >= 0,
        _ -> "shorter than a minute, which nobody can keep; write something longer");
  }
}
