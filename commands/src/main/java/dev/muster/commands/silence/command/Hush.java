package dev.muster.commands.silence.command;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Span;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.Silences;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What is silenced about one alert, and what can be. */
public record Hush(Supplier<Silences> silences, InstantSource clock) {

  /** The silence that is over it now, whether its incident was open before or not. */
  private Optional<Silence> over(Alert alert) {
    return isFiring(alert)
        ? silences.get().over(alert.labels(), clock.instant())
        : Optional.empty();
  }

  /** Until when, by whom and why it is silenced, or that it was to its end. */
  public Optional<Block> line(Alert alert) {
    return over(alert)
        .<Block>map(silence ->
            Block.line(
                Span.strong("SILENCED "),
                Span.text("until "),
                Span.time(silence.endsAt()),
                Span.text(
                    " by %s: %s (%s)"
                        .formatted(silence.begun().by().name(), silence.reason(), silence.id()))))
        .or(() ->
            alert
                .silence()
                .filter(_ -> !isFiring(alert))
                .map(id -> Block.line("It was silenced to its end (" + id + ").")));
  }

  /** Nothing for what is over, and for what has no labels by which to know it. */
  public Optional<Button> button(Alert alert) {
    var labels = MatcherReader.of(alert.labels());
    if (!isFiring(alert) || labels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        over(alert)
            .map(silence -> Button.of("End " + silence.id(), SilenceWords.unsilence(silence.id())))
            .orElseGet(() -> Button.of("Silence", "/alert silence " + labels)));
  }

  private static boolean isFiring(Alert alert) {
    return alert.status().equals(AlertStatus.FIRING.word());
  }
}
