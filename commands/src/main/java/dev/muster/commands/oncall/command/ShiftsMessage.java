package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Block.Mark;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.oncall.Gap;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.oncall.Stretch;
import dev.muster.commands.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shifts of a schedule, ten at a time, with the gaps between them. */
record ShiftsMessage(Schedule schedule, DutyWords words, Instant from, Instant to) {

  private static final int SHOWN = 10;

  Message render(List<Stretch> stretches) {
    var gaps = stretches.stream().filter(Gap.class::isInstance).count();
    var title =
        "Shifts of " + schedule.name() + (gaps == 0 ? "" : " with " + Words.count(gaps, "gap"));
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(gaps == 0 ? Mark.NONE : Mark.CRITICAL, title, Optional.empty()));
    stretches.stream().limit(SHOWN).forEach(stretch -> blocks.add(line(stretch)));
    if (stretches.size() > SHOWN) {
      blocks.add(Block.line(stretches.size() - SHOWN + " more until " + words.text(to) + "."));
    }
    blocks.add(new Block.Buttons(List.of(Button.of("Later", later(stretches)))));
    var fallback = "%s, %s to %s".formatted(title, words.text(from), words.text(to));
    return new Message(fallback, blocks);
  }

  private Block line(Stretch stretch) {
    var spans = new ArrayList<>(words.period(stretch.from(), stretch.until()));
    spans.add(Span.text("  "));
    spans.add(
        switch (stretch) {
          case Shift shift -> Span.text(words.person(shift.person()));
          case Gap _ -> Span.strong("NOBODY");
        });
    if (!stretch.from().isAfter(words.now()) && stretch.until().isAfter(words.now())) {
      spans.add(Span.strong(" · now"));
    }
    return new Block.Line(spans);
  }

  /** The rest of what was asked for, or what comes after it. */
  private String later(List<Stretch> stretches) {
    var command = "/oncall schedule " + schedule.name() + " from ";
    if (stretches.size() <= SHOWN) {
      return command + to;
    }
    var begin = stretches.get(SHOWN).from();
    var next = begin.isAfter(from) ? begin : stretches.get(SHOWN - 1).until();
    return next.isBefore(to) ? command + next + " to " + to : command + to;
  }
}
