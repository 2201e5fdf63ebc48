package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Triggers;
import java.util.ArrayList;
import java.util.List;

/** {@code /runbook schedule}: what the clock starts. */
final class ListSchedules implements RunbookCommand {

  private final Desk desk;

  ListSchedules(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "runbook schedule";
  }

  @Override
  public List<String> aliases() {
    return List.of("schedules", "cron");
  }

  @Override
  public String summary() {
    return "Lists the runbooks that the clock starts, and when";
  }

  @Override
  public Right right() {
    return Access.VIEW;
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var blocks = new ArrayList<Block>();
    for (var runbook : desk.library().get().runbooks()) {
      for (var time : runbook.triggers().times()) {
        blocks.add(row(runbook, time));
      }
    }
    if (blocks.isEmpty()) {
      return Reply.toAsker(Message.of("The clock starts no runbook."));
    }
    var heading = "Started by the clock";
    blocks.addFirst(Block.line(Span.strong(heading)));
    return Reply.toAsker(new Message(heading, blocks));
  }

  private static Block.Row row(Runbook runbook, Triggers.ByTime time) {
    var until = time.until().map(day -> " until " + day).orElse("");
    var when = " · %s %s%s".formatted(time.cron(), time.zone(), until);
    return new Block.Row(
        List.of(Span.strong(runbook.name()), Span.text(" · " + runbook.about().title() + when)),
        Button.of(runbook.name(), "/runbook show " + runbook.name()));
  }
}
