package dev.muster.commands.runbook.trigger;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.words.Awaited;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Triggers.Throttle;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.trigger.Fit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of a runbook that nobody started by hand. */
record StartWords(Runbook runbook, Freshness freshness) {

  /**
   * That it was started, or why not and what to do.
   *
   * @param why {@code database_down fires}
   * @param heldBack how many alerts have started nothing since it ran the last time
   */
  Message of(Started started, String why, long heldBack) {
    return switch (started) {
      case Started.Begun(var run) -> begun(run, why, heldBack);
      case Started.Busy(var holder) ->
          not(
              "run %s is at the same thing. Start it when that is over.".formatted(holder),
              Optional.of(Button.of("Run " + holder, "/runbook status " + holder)));
      case Started.Refused(var problems) ->
          not(String.join("; ", problems) + ".", Optional.empty());
      case Started.Unknown() -> not("it is not configured any more.", Optional.empty());
    };
  }

  /** That it ran a moment ago for another incident. */
  static String heldBack(Fit fit, AlertStartStore.Start last, Instant now) {
    var ago = Words.duration(Duration.between(last.at(), now));
    var within =
        fit.runbook()
            .triggers()
            .throttle()
            .map(Throttle::onceWithin)
            .map(Words::duration)
            .orElse("");
    return last.run()
        .map(run ->
            "%s is not started again: run %s did it %s ago for %s, and once within %s is enough"
                .formatted(fit.runbook().about().title(), run, ago, last.incident(), within))
        .orElseGet(() ->
            "%s is not tried again: it could not be started %s ago for %s"
                .formatted(fit.runbook().about().title(), ago, last.incident()));
  }

  private Message begun(Run run, String why, long heldBack) {
    var title = runbook.about().title();
    var waits =
        run.state() instanceof RunState.Queued ? " It " + Awaited.WAITS_FOR_ANOTHER + "." : "";
    var words = "▶ %s runs by itself, since %s: run %s.%s".formatted(title, why, run.id(), waits);
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(words));
    if (heldBack > 0) {
      blocks.add(
          Block.line(
              "Since its last run %s started nothing: once within %s is enough."
                  .formatted(alerts(heldBack), within())));
    }
    freshness.warning(runbook.about()).map(Block::line).ifPresent(blocks::add);
    blocks.add(
        new Block.Buttons(
            List.of(
                Button.of("Status", "/runbook status " + run.id()),
                new Button(
                    "Cancel",
                    "/runbook cancel " + run.id(),
                    false,
                    Optional.of("Stop run " + run.id() + "?")))));
    return new Message(words, blocks);
  }

  private Message not(String why, Optional<Button> look) {
    var words = "⚠ %s did not start by itself: %s".formatted(runbook.about().title(), why);
    var buttons = new ArrayList<Button>();
    buttons.add(Button.primary("Run it", "/runbook run " + runbook.name()));
    look.ifPresent(buttons::add);
    return Message.of(words, Block.line(words), new Block.Buttons(buttons));
  }

  private String within() {
    return runbook.triggers().throttle().map(Throttle::onceWithin).map(Words::duration).orElse("");
  }

  private static String alerts(long count) {
    return count == 1 ? "1 more alert" : String.format(Locale.ENGLISH, "%,d more alerts", count);
  }
}
