package dev.muster.bot.console;

import dev.muster.bot.health.Trouble;
import dev.muster.bot.runbook.RunArchive;
import dev.muster.commands.chat.Router;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.history.IncidentHistory;
import dev.muster.commands.incident.search.IncidentSearch;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedules;
import dev.muster.commands.operation.OperationLog;
import dev.muster.commands.people.Directory;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.silence.SilenceStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** What the console asks of the rest of Muster. */
public record ConsoleServices(
    Archive archive, Rota rota, Desk desk, Machine machine, InstantSource clock) {

  /** The people, with the roles of the moment, such as on call. */
  Directory directory() {
    return desk.team().directory();
  }

  /** What is kept. */
  public record Archive(
      IncidentStore incidents,
      IncidentHistory history,
      IncidentSearch search,
      AlertHistory alerts,
      DeliveryHistory deliveries,
      SilenceStore silences,
      RunArchive runs,
      OperationLog operations) {}

  /** Who is on call. */
  public record Rota(Schedules schedules, OnCall onCall) {}

  /** How things are done, by whom, and until when. */
  public record Desk(Router router, Team team, Reminders reminders) {}

  /**
   * Muster itself.
   *
   * @param sources the kinds of senders that there are
   * @param backlog asked for each page; may block
   * @param troubles what somebody has to mend, asked for each page
   */
  public record Machine(
      List<String> sources, Supplier<Backlog> backlog, Supplier<List<Trouble>> troubles) {

    public Machine {
      sources = List.copyOf(sources);
    }
  }

  /** Work that waits although it is due, and for how long the oldest has. */
  public record Backlog(long count, Duration oldest) {

    public static final Backlog NONE = new Backlog(0, Duration.ZERO);
  }
}
