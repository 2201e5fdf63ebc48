package dev.muster.integrations.postgres.run;

import dev.muster.commands.incident.IncidentId;
import dev.muster.integrations.postgres.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where incidents go on. Runs keep the number that they were started for; what is shown and told of
 * them goes to the incident which that has gone into.
 */
public final class Homes {

  private static final String AT = "home";

  private Homes() {}

  /**
   * Selects the number of the incident where another goes on.
   *
   * @param id the expression for the other's number
   */
  public static String of(String id) {
    return "(select coalesce(merged_into, id) from incident where id = %s)".formatted(id);
  }

  /**
   * Locks the incident that this one goes on as, for the running transaction, and no other: two are
   * locked only in the order of their numbers. Empty where there is none.
   */
  public static Optional<IncidentId> lock(Database database, long incident) {
    return database.with(handle -> lock(handle, incident)).map(IncidentId::new);
  }

  private static Optional<Long> lock(Handle handle, long incident) {
    var home = home(handle, incident, "");
    while (home.isPresent()) {
      handle.savepoint(AT);
      var now = home(handle, home.get(), "for update");
      if (now.equals(home)) {
        handle.releaseSavepoint(AT);
        break;
      }
      // It went into another while this waited for it: let go of before that one is locked.
      handle.rollbackToSavepoint(AT);
      home = now;
    }
    return home;
  }

  private static Optional<Long> home(Handle handle, long incident, String lock) {
    return handle
        .createQuery("select coalesce(merged_into, id) from incident where id = :id " + lock)
        .bind("id", incident)
        .mapTo(Long.class)
        .findOne();
  }
}
