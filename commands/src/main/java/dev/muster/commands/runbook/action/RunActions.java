package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Command;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.Whom;
import dev.muster.commands.runbook.live.RunThreads;
import dev.muster.commands.runbook.review.Glass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The commands on runs that there are. */
public final class RunActions {

  private RunActions() {}

  public static List<Command> all(
      Desk desk, IncidentThreads threads, Glass glass, RunThreads told) {
    var target = new RunTarget(desk, threads);
    var others = new Whom(desk, glass.rule());
    Stream<ActOnRun.Deed> answers =
        Arrays.stream(Answering.Answer.values()).map(it -> new Answering(it, others));
    Stream<ActOnRun.Deed> mends = Arrays.stream(Mending.values());
    return Stream.concat(
            Stream.<Command>of(
                new RunStatus(target),
                new ReadLog(target),
                new ActOnRun(new BreakingGlass(others), target),
                new ReviewRun(desk, glass.reviews(), told)),
            Stream.concat(answers, mends).map(deed -> new ActOnRun(deed, target)))
        .toList();
  }
}
