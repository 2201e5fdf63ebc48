package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Mark;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is on call by each of several schedules, a line for each. */
record DutyOverview(Desk desk, Invocation invocation, Asked asked) {

  private static final int SHOWN = 10;

  Message render(List<Schedule> schedules) {
    var shown = schedules.stream().limit(SHOWN).toList();
    var blocks = new ArrayList<Block>();
    var open = schedules.stream().filter(it -> shifts(it).isEmpty()).map(Schedule::name).toList();
    if (!open.isEmpty()) {
      var title = "NOBODY " + asked.verb(1) + " on call for " + String.join(", ", open);
      blocks.add(new Block.Heading(Mark.CRITICAL, title, Optional.empty()));
    }
    if (!asked.isNow()) {
      blocks.add(Block.line(Span.text("At "), Span.time(asked.at())));
    }
    shown.forEach(schedule -> blocks.add(line(schedule)));
    if (schedules.size() > SHOWN) {
      var more = schedules.size() - SHOWN + " more. One by itself: ";
      blocks.add(Block.line(Span.text(more), Span.code("/oncall who NAME")));
    }
    var fallback = shown.stream().map(this::summary).collect(Collectors.joining(" · "));
    return new Message(fallback, blocks);
  }

  private String summary(Schedule schedule) {
    var shifts = shifts(schedule);
    return schedule.name() + ": " + (shifts.isEmpty() ? "NOBODY" : words(schedule).people(shifts));
  }

  private Block line(Schedule schedule) {
    var shifts = shifts(schedule);
    var words = words(schedule);
    var spans = new ArrayList<Span>();
    spans.add(Span.strong(schedule.name()));
    if (shifts.isEmpty()) {
      spans.add(Span.text("  NOBODY"));
      desk.onCall()
          .next(schedule, asked.at())
          .ifPresent(next -> {
            spans.add(Span.text(", next " + words.person(next.person()) + " from "));
            spans.addAll(words.time(next.from()));
          });
    } else {
      spans.add(Span.text("  " + words.people(shifts) + " until "));
      spans.addAll(words.time(firstEnd(shifts)));
    }
    return new Block.Line(spans);
  }

  private static Instant firstEnd(List<Shift> shifts) {
    return shifts.stream().map(Shift::until).min(Instant::compareTo).orElseThrow();
  }

  private List<Shift> shifts(Schedule schedule) {
    return desk.onCall().at(schedule, asked.at());
  }

  private DutyWords words(Schedule schedule) {
    return desk.words(invocation, schedule);
  }
}
