package dev.muster.bot.console;

import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.search.IncidentSearch;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedules;
import dev.muster.commands.people.Directory;
import java.time.InstantSource;
import java.util.List;

/**
 * What the console asks of the rest of Muster.
 *
 * @param directory with the roles of the moment, such as on call
 * @param sources the kinds of senders that there are
 */
public record ConsoleServices(
    Archive archive, Rota rota, Directory directory, List<String> sources, InstantSource clock) {

  public ConsoleServices {
    sources = List.copyOf(sources);
  }

  /** What is kept. */
  public record Archive(
      IncidentStore incidents,
      IncidentSearch search,
      AlertHistory alerts,
      DeliveryHistory deliveries) {}

  /** Who is on call. */
  public record Rota(Schedules schedules, OnCall onCall) {}
}
