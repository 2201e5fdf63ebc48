package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.integrations.postgres.kind.session.Visit;
import dev.muster.runbooks.kind.Attempt;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The database that a backup is restored into: the same name for every attempt of a step. */
record Scratch(Target server, String name) {

  private static final int LONGEST = 63;

  Scratch(Target server, Attempt attempt) {
    this(server, name(attempt));
  }

  Target target() {
    return server.other(name);
  }

  void create(Session session) throws SQLException {
    session.run("create database %s template template0".formatted(name));
  }

  void drop(Session session) throws SQLException {
    session.run("drop database if exists %s with (force)".formatted(name));
  }

  /** Over a connection and on a thread of its own, which nobody stops when the step is stopped. */
  void dropWhateverHappens(Attempt attempt) throws InterruptedException {
    var dropping = new FutureTask<>(() -> Visit.to(server, attempt, false, this::dropped));
    Thread.ofVirtual().name("postgres-drop").start(dropping);
    try {
      dropping.get();
    } catch (ExecutionException e) {
      throw new RefusedException(
          "not-dropped",
          "The scratch database may still be at %s. It holds a copy of your data: drop database %s;"
              .formatted(server, name));
    }
  }

  private boolean dropped(Session session) throws SQLException {
    drop(session);
    return true;
  }

  private static String name(Attempt attempt) {
    var name =
        "muster_verify_%d_%s"
            .formatted(attempt.run(), attempt.step())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]", "_");
    return name.substring(0, Math.min(LONGEST, name.length()));
  }
}
