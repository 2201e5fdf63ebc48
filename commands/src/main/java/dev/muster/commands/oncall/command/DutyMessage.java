package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Block.Mark;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is on call by one schedule and who is next; that nobody is, is said loudly. */
record DutyMessage(OnCall onCall, Schedule schedule, DutyWords words, Asked asked) {

  Message render() {
    var shifts = onCall.at(schedule, asked.at());
    var blocks = new ArrayList<Block>();
    var mark = shifts.isEmpty() ? Mark.CRITICAL : Mark.NONE;
    blocks.add(new Block.Heading(mark, title(shifts), Optional.empty()));
    if (!asked.isNow()) {
      blocks.add(line("At ", asked.at()));
    }
    blocks.addAll(shifts.isEmpty() ? nobody() : somebody(shifts));
    blocks.add(
        new Block.Buttons(
            List.of(Button.of("Coming shifts", "/oncall schedule " + schedule.name()))));
    return new Message(title(shifts), blocks);
  }

  private String title(List<Shift> shifts) {
    var who = shifts.isEmpty() ? "NOBODY" : words.people(shifts);
    return who + " " + asked.verb(shifts.size()) + " on call for " + schedule.name();
  }

  private List<Block> somebody(List<Shift> shifts) {
    var lines = new ArrayList<Block>();
    for (var shift : shifts) {
      var before = shifts.size() == 1 ? "Until " : words.person(shift.person()) + " until ";
      lines.add(line(before, shift.until()));
    }
    onCall
        .next(schedule, asked.at())
        .ifPresent(next -> lines.add(line("Next: " + people(next.from()) + " from ", next.from())));
    return lines;
  }

  private List<Block> nobody() {
    var lines = new ArrayList<Block>();
    lines.add(
        onCall
            .next(schedule, asked.at())
            .map(next -> {
              var wait = Words.duration(Duration.between(asked.at(), next.from()));
              var before = "Next: " + people(next.from()) + ", " + wait + " later, from ";
              return line(before, next.from());
            })
            .orElseGet(() -> Block.line("No shift begins in the years after that.")));
    if (!asked.isPast()) {
      lines.add(
          Block.line(
              "Until then a page to this schedule reaches nobody. Agree on somebody, or let a layer"
                  + " start earlier in muster.yaml."));
    }
    return lines;
  }

  /** Everybody whose shift begins at this instant. */
  private String people(Instant begin) {
    return words.people(
        onCall.at(schedule, begin).stream().filter(it -> it.from().equals(begin)).toList());
  }

  private Block line(String before, Instant at) {
    var spans = new ArrayList<Span>();
    spans.add(Span.text(before));
    spans.addAll(words.time(at));
    return new Block.Line(spans);
  }
}
