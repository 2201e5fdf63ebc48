package dev.muster.bot.console;

import dev.muster.bot.console.Choices.UnknownChoice;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Visit;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import java.util.List;
import java.util.function.Function;

/** Who may look at what: the same rights as for the commands that show it. Thread-safe. */
final class Doors {

  static final String INCIDENTS = "incident";
  static final String ALERTS = "alert";
  static final String ON_CALL = "oncall";
  static final String REPORTS = "report";

  private final Frame frame;
  private final Directory directory;

  Doors(Frame frame, Directory directory) {
    this.frame = frame;
    this.directory = directory;
  }

  boolean isOpen(Visit visit, String area) {
    return directory.allows(visit.person(), view(area));
  }

  /** Does the work where the person may, and where what was asked for can be. */
  Answer through(Visit visit, String area, Function<Visit, Answer> work) {
    try {
      return isOpen(visit, area) ? work.apply(visit) : closed(visit, view(area));
    } catch (UnknownChoice unknown) {
      return noSuchFilter(unknown);
    }
  }

  /** The same for runs of runbooks: also for those who may only run some. */
  Answer toRuns(Visit visit, Function<Visit, Answer> work) {
    var decision = Access.some(directory, visit.person(), Access.VIEW);
    try {
      return decision.isAllowed() ? work.apply(visit) : closed(visit, Access.VIEW);
    } catch (UnknownChoice unknown) {
      return noSuchFilter(unknown);
    }
  }

  boolean maySeeRuns(Visit visit) {
    return Access.some(directory, visit.person(), Access.VIEW).isAllowed();
  }

  private Answer noSuchFilter(UnknownChoice unknown) {
    var way = new Frame.Way(unknown.list(), "Show all");
    return frame.notice(400, "There is no such filter", List.of(unknown.getMessage()), way);
  }

  boolean mayAct(Visit visit) {
    return directory.allows(visit.person(), IncidentActions.ACT);
  }

  boolean maySilence(Visit visit) {
    return directory.allows(visit.person(), new Right(ALERTS, "act"));
  }

  /** The same for what is only there for those who may change incidents. */
  Answer toAct(Visit visit, Function<Visit, Answer> work) {
    if (mayAct(visit)) {
      return through(visit, INCIDENTS, work);
    }
    return visit.isPart()
        ? frame.refusal(403, List.of("You can't do this. " + who(visit, IncidentActions.ACT)))
        : closed(visit, IncidentActions.ACT);
  }

  private Answer closed(Visit visit, Right needed) {
    var way = new Frame.Way("/", "Back to the overview");
    return frame.notice(403, "You can't see this page", List.of(who(visit, needed)), way);
  }

  /** What the person lacks, and whom to ask; nothing for who may. */
  String who(Visit visit, Right needed) {
    return switch (directory.decide(visit.person(), needed)) {
      case Decision.Open _, Decision.Granted _ -> "";
      case Decision.Refused(var refusal) -> refusal.needs() + " " + refusal.whoHasIt();
    };
  }

  private static Right view(String area) {
    return new Right(area, "view");
  }
}
