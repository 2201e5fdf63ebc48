package dev.muster.bot.config;

import dev.muster.commands.alert.Severity;
import java.time.Duration;
import java.util.Optional;

/** What a severity of the team's scale asks of people, and how the team words it. */
public record SeverityTarget(
    Severity severity, Optional<Response> respond, Optional<String> criteria) {

  /** By when somebody has to answer. */
  public sealed interface Response {

    record Within(Duration time) implements Response {}

    record NextBusinessDay() implements Response {}
  }
}
