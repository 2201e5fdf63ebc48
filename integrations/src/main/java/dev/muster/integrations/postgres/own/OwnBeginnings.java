package dev.muster.integrations.postgres.own;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.PostRefresh;
import dev.muster.commands.incident.own.OwnPlans;
import dev.muster.integrations.postgres.Database;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Decides with an incident's first post in a chat whether it gets a channel of its own there, in
 * the transaction that notes the post: the intake has nothing to do with it.
 */
public final class OwnBeginnings {

  private final Database database;
  private final IncidentStore incidents;
  private final PostgresOwnChannels own;
  private final OwnPlans plans;
  private final Set<String> platforms;

  /**
   * @param platforms that have such channels
   */
  public OwnBeginnings(
      Database database,
      IncidentStore incidents,
      PostgresOwnChannels own,
      OwnPlans plans,
      Set<String> platforms) {
    this.database = database;
    this.incidents = incidents;
    this.own = own;
    this.plans = plans;
    this.platforms = Set.copyOf(platforms);
  }

  /** Notes a post by what is given, and answers what that does. */
  public boolean finish(PostRefresh.Shown shown, BooleanSupplier note) {
    var platform = shown.post().platform();
    var name = shown.isFirst() && platforms.contains(platform) ? name(shown) : none();
    if (name.isEmpty()) {
      return note.getAsBoolean();
    }
    return database.inTransaction(() -> {
      own.want(shown.incident(), platform, name.get());
      return note.getAsBoolean();
    });
  }

  private Optional<String> name(PostRefresh.Shown shown) {
    return incidents
        .find(shown.incident())
        .filter(Incident::isOpen)
        .flatMap(incident -> plans.of(incident).map(plan -> plan.nameOf(incident)));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
