package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.oncall.OwnShifts;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.people.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /oncall mine}: when the asker is on call, now and the next time. */
final class MineCommand implements Command {

  private static final int SHOWN = 10;
  private static final String NONE = "You have no shift now, and none in the next 16 weeks.";

  private final Desk desk;

  MineCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "oncall mine";
  }

  @Override
  public List<String> aliases() {
    return List.of("me");
  }

  @Override
  public String summary() {
    return "Says when you are on call, now and the next time";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(Desk.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var schedules = desk.schedules().all();
    if (schedules.isEmpty()) {
      return Reply.toAsker(Mistakes.noSchedule());
    }
    var now = desk.times(invocation).now();
    var own = OwnShifts.of(invocation.actor().id(), schedules, desk.onCall(), now);
    return Reply.toAsker(own.isEmpty() ? Message.of(NONE) : message(invocation, own));
  }

  private Message message(Invocation invocation, List<OwnShifts> all) {
    var blocks = new ArrayList<Block>();
    for (var own : all.subList(0, Math.min(SHOWN, all.size()))) {
      own.now().ifPresent(shift -> blocks.add(now(invocation, own, shift)));
      own.next().ifPresent(shift -> blocks.add(next(invocation, own, shift)));
    }
    if (all.size() > SHOWN) {
      var more = "and " + (all.size() - SHOWN) + " more schedules. One by itself: ";
      blocks.add(Block.line(Span.text(more), Span.code("/oncall schedule NAME")));
    }
    return new Message(summary(all), blocks);
  }

  private static String summary(List<OwnShifts> all) {
    var now =
        all.stream()
            .filter(own -> own.now().isPresent())
            .map(own -> own.schedule().name())
            .collect(Collectors.joining(", "));
    return now.isEmpty() ? "You are not on call now" : "You are on call now: " + now;
  }

  private Block now(Invocation invocation, OwnShifts own, Shift shift) {
    var spans = begin(own, "  now, until ");
    spans.addAll(time(invocation, own, shift.until()));
    return new Block.Line(spans);
  }

  private Block next(Invocation invocation, OwnShifts own, Shift shift) {
    var spans = begin(own, "  next from ");
    spans.addAll(time(invocation, own, shift.from()));
    spans.add(Span.text(" until "));
    spans.addAll(time(invocation, own, shift.until()));
    return new Block.Line(spans);
  }

  private static List<Span> begin(OwnShifts own, String words) {
    return new ArrayList<>(List.of(Span.strong(own.schedule().name()), Span.text(words)));
  }

  private List<Span> time(Invocation invocation, OwnShifts own, Instant at) {
    return desk.words(invocation, own.schedule()).time(at);
  }
}
