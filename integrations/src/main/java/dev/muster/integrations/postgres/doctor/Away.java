package dev.muster.integrations.postgres.doctor;

import dev.muster.commands.doctor.Finding;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a database does not let us in, in words for whoever gave us its address. */
final class Away {

  private static final String SETTING = "DATABASE_URL";

  private Away() {}

  /** What the driver itself says is left out: it repeats what it was given. */
  static Finding of(String about, String where, Throwable why) {
    var state = sql(why).map(SQLException::getSQLState).orElse("");
    return switch (state) {
      case "28P01", "28000" ->
          Finding.failed(
              about,
              "The database at %s does not let Muster in.".formatted(where),
              "Mend user or password in %s, or the server's pg_hba.conf.".formatted(SETTING));
      case "3D000" ->
          Finding.failed(
              about,
              "There is no such database: %s.".formatted(where),
              "Make it (createdb), or mend its name in %s.".formatted(SETTING));
      case "53300" ->
          Finding.failed(
              about,
              "The database at %s has no connection left.".formatted(where),
              "Raise max_connections, or see who has them: select * from pg_stat_activity.");
      case "57P03" ->
          Finding.failed(
              about,
              "The database at %s is starting or stopping.".formatted(where),
              "Ask again in a minute.");
      default -> unreached(about, where, why, state);
    };
  }

  private static Finding unreached(String about, String where, Throwable why, String state) {
    return chain(why).anyMatch(UnknownHostException.class::isInstance)
        ? Finding.failed(
            about,
            "Nobody here knows the name of the database's machine: %s.".formatted(where),
            "Mend it in %s, or the DNS of this machine.".formatted(SETTING))
        : Finding.failed(
            about,
            "The database at %s cannot be reached%s."
                .formatted(where, state.isEmpty() ? "" : " (SQLSTATE " + state + ")"),
            "See that it runs, and that host and port in %s are right.".formatted(SETTING));
  }

  private static Optional<SQLException> sql(Throwable why) {
    return chain(why)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }

  private static Stream<Throwable> chain(Throwable why) {
    return Stream.<Throwable>iterate(why, it -> it != null, Throwable::getCause).limit(20);
  }
}
