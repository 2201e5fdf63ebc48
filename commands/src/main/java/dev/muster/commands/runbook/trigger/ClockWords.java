package dev.muster.commands.runbook.trigger;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.start.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a runbook that the clock starts. */
record ClockWords(Clocked clocked, Freshness freshness) {

  /** Who is later than that was not there. */
  private static final Duration IN_TIME = Duration.ofMinutes(2);

  private static final int MOST = 1_000;

  /** Empty where all is as usual: the run speaks for itself. */
  Optional<Message> of(Started started, Instant due, Instant now) {
    return switch (started) {
      case Started.Begun(var run) -> begun(run.id(), due, now);
      case Started.Busy(var holder) -> not("run " + holder + " is at the same thing");
      case Started.Refused(var problems) -> not(String.join("; ", problems));
      case Started.Unknown() -> Optional.empty();
    };
  }

  Message ended() {
    var until = clocked.time().until().map(day -> " on " + day).orElse("");
    var words =
        "The clock does not start %s any more: its schedule ended%s. Move `until` in its file, or delete the schedule."
            .formatted(title(), until);
    return Message.of(words, Block.line(words), buttons("Show", "show"));
  }

  private Optional<Message> begun(RunId run, Instant due, Instant now) {
    var warning = freshness.warning(clocked.runbook().about());
    var late = Duration.between(due, now);
    if (warning.isEmpty() && late.compareTo(IN_TIME) <= 0) {
      return Optional.empty();
    }
    var words = "▶ The clock starts %s: run %s.".formatted(title(), run);
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(words));
    if (late.compareTo(IN_TIME) > 0) {
      blocks.add(missed(due, now));
    }
    warning.map(Block::line).ifPresent(blocks::add);
    var status = Button.of("Status", "/runbook status " + run);
    blocks.add(new Block.Buttons(List.of(status)));
    return Optional.of(new Message(words, blocks));
  }

  private Block missed(Instant due, Instant now) {
    var more = count(due, now);
    var times = more == 0 ? "" : ", and " + Words.count(more, "time") + " more since";
    return Block.line(
        Span.text("It was due at "),
        Span.time(due),
        Span.text(times + ", when Muster was not running. It runs once now."));
  }

  /** Those between the first that was missed and now. */
  private long count(Instant due, Instant now) {
    var ticks = clocked.ticks();
    var count = 0L;
    var tick = ticks.after(due);
    while (tick.isPresent() && !tick.get().isAfter(now) && count < MOST) {
      count++;
      tick = ticks.after(tick.get());
    }
    return count;
  }

  private Optional<Message> not(String why) {
    var words = "⚠ The clock could not start %s: %s.".formatted(title(), why);
    return Optional.of(Message.of(words, Block.line(words), buttons("Run it", "run")));
  }

  private Block buttons(String label, String verb) {
    var command = "/runbook %s %s".formatted(verb, clocked.runbook().name());
    return new Block.Buttons(List.of(Button.of(label, command)));
  }

  private String title() {
    return clocked.runbook().about().title();
  }
}
