package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.action.RunActions;
import dev.muster.commands.runbook.live.RunThreads;
import dev.muster.commands.runbook.review.Glass;
import dev.muster.commands.runbook.trigger.Triggered;
import dev.muster.commands.runbook.typing.Requests;
import java.util.List;
import java.util.stream.Stream;

/** All commands of {@code /runbook}. Adding one is one class and one line here. */
public final class RunbookCommands {

  private RunbookCommands() {}

  public static List<Command> all(
      Desk desk, IncidentThreads threads, Triggered triggered, Glass glass, RunThreads told) {
    var looking = Requests.looking(desk);
    var subject = new ForIncident(desk, threads, triggered);
    return Stream.concat(
            Stream.<Command>of(
                new ListRunbooks(desk),
                new SearchRunbooks(desk.library()),
                new ShowRunbook(looking),
                new PlanRunbook(Requests.planning(desk), subject),
                new RunRunbook(Requests.running(desk), subject, new Starting(subject)),
                new ListSchedules(desk, triggered.clocks())),
            Stream.concat(
                RunActions.all(desk, threads, glass, told).stream(),
                Stream.of(new AskThem(Requests.planning(desk), subject))))
        .toList();
  }
}
