package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Schedules;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.text.NearestWords;
import java.util.ArrayList;
import java.util.List;

/** What is answered to a question about on-call that cannot be answered as it was asked. */
final class Mistakes {

  private static final int MAX_BUTTONS = 4;
  private static final int MAX_NAMES = 10;

  private Mistakes() {}

  /** The nearest names, ready to click, or all of them. */
  static Reply unknownSchedule(String typed, Schedules schedules, String command) {
    var names = names(schedules);
    if (names.isEmpty()) {
      return Reply.error(Reply.Error.NOT_FOUND, noSchedule());
    }
    var near = NearestWords.nearest(typed, names);
    var hint = near.isEmpty() ? "" : " Did you mean " + near.getFirst() + "?";
    var said = "There is no schedule \"" + Words.echo(typed) + "\"." + hint;
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(said));
    blocks.add(known(names));
    blocks.add(buttons(near.isEmpty() ? names : near, command));
    return Reply.error(Reply.Error.NOT_FOUND, new Message(said, blocks));
  }

  static Reply whichSchedule(Schedules schedules, String command) {
    var names = names(schedules);
    if (names.isEmpty()) {
      return Reply.error(Reply.Error.NOT_FOUND, noSchedule());
    }
    return Reply.error(
        Reply.Error.INVALID,
        Message.of("Which schedule?", Block.line("Which schedule?"), buttons(names, command)));
  }

  static Reply unreadableTime(String typed, String command) {
    var said = "I can't read the time \"" + Words.echo(typed) + "\".";
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            said,
            Block.line(said),
            Block.line(
                Span.text("Write it as "),
                Span.code(command + "tomorrow 09:00"),
                Span.text(", "),
                Span.code("mon 14:00"),
                Span.text(", "),
                Span.code("in 3 days"),
                Span.text(", "),
                Span.code("2026-12-24"),
                Span.text(" or "),
                Span.code("2026-12-24T18:00+03:00"),
                Span.text("; without an offset it is your own clock's."))));
  }

  static Reply unusablePeriod(String why, String example) {
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            why, Block.line(why), Block.line(Span.text("For example "), Span.code(example))));
  }

  static Message noSchedule() {
    return Message.of(
        "No schedule is configured: nobody is on call.",
        Block.line(Span.strong("Nobody is on call:"), Span.text(" no schedule is configured.")),
        Block.line(
            Span.text("Add one under "),
            Span.code("schedules"),
            Span.text(" in muster.yaml, with people who take turns.")));
  }

  private static Block known(List<String> names) {
    var shown = String.join(", ", names.stream().limit(MAX_NAMES).toList());
    var more = names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "";
    return Block.line("Schedules: " + shown + more + ".");
  }

  private static Block buttons(List<String> names, String command) {
    return new Block.Buttons(
        names.stream()
            .limit(MAX_BUTTONS)
            .map(name -> Button.of(Words.echo(name), command + " " + name))
            .toList());
  }

  private static List<String> names(Schedules schedules) {
    return schedules.all().stream().map(Schedule::name).toList();
  }
}
