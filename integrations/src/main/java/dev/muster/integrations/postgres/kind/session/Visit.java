package dev.muster.integrations.postgres.kind.session;

import dev.muster.runbooks.kind.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, used and closed. Whoever is interrupted meanwhile cancels the statement at the
 * server first, where it would go on otherwise, and answers what the server made of that.
 */
public final class Visit<T> {

  private static final Logger log = LoggerFactory.getLogger(Visit.class);
  private static final int CANCELS = 3;
  private static final Duration BETWEEN = Duration.ofMillis(1_500);

  private final Connecting connecting;
  private final boolean reads;
  private final Work<T> work;
  private final FutureTask<T> task = new FutureTask<>(this::visit);
  private volatile @Nullable Session session;
  private volatile @Nullable Connection open;

  private Visit(Connecting connecting, boolean reads, Work<T> work) {
    this.connecting = connecting;
    this.reads = reads;
    this.work = work;
  }

  /** What is done with the connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Session session) throws SQLException, InterruptedException;
  }

  /**
   * Goes there, does the work and closes the connection.
   *
   * @param reads whether it is to be one transaction that cannot change anything
   * @throws RefusedException when the database cannot be reached
   */
  public static <T> T to(Target target, Attempt attempt, boolean reads, Work<T> work)
      throws SQLException, InterruptedException {
    var visit = new Visit<>(Connecting.of(target, attempt), reads, work);
    return visit.end(Thread.ofVirtual().name("postgres-step").start(visit.task));
  }

  private T visit() throws SQLException, InterruptedException {
    try (var connection = connect()) {
      var opened = new Session(connection, connecting.target());
      session = opened;
      open = connection;
      return work.on(opened);
    }
  }

  private Connection connect() {
    try {
      return connecting.open(reads);
    } catch (SQLException e) {
      var failed = new Troubles(connecting.target(), reads).connecting(e);
      throw new RefusedException(failed.code(), failed.words());
    }
  }

  private T end(Thread thread) throws SQLException, InterruptedException {
    try {
      return task.get();
    } catch (InterruptedException stop) {
      return stopped(thread, stop);
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  /** A cancel that comes between two statements is lost: hence more than one. */
  private T stopped(Thread thread, InterruptedException stop)
      throws SQLException, InterruptedException {
    var started = session;
    if (started != null) {
      started.stop();
    }
    var connection = open;
    for (var i = 0; i < CANCELS && connection != null; i++) {
      cancel(connection);
      try {
        return task.get(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException now) {
        break;
      } catch (TimeoutException stillRunning) {
        log.atDebug().log("A cancelled statement still runs");
      } catch (ExecutionException e) {
        throw cause(e);
      }
    }
    // On a virtual thread it closes the socket, too.
    thread.interrupt();
    throw stop;
  }

  private static void cancel(Connection connection) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      log.atInfo().addKeyValue("state", Troubles.state(e)).log("A statement cannot be cancelled");
    }
  }

  private static SQLException cause(ExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case SQLException sql -> sql;
      case InterruptedException stop -> throw stop;
      case RuntimeException other -> throw other;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(e);
    };
  }
}
