package dev.muster.integrations.testing;

import static java.util.stream.Collectors.toMap;

import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.late.AnswerBearer;
import dev.muster.commands.deadline.BusinessHours;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.notify.IncidentMail;
import dev.muster.commands.notify.Mailing;
import dev.muster.commands.reminder.Reminders;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TransactionalDataSource;
import dev.muster.integrations.postgres.chat.OwedAnswerTask;
import dev.muster.integrations.postgres.work.IncidentWork;
import dev.muster.integrations.postgres.work.Upkeep;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.integrations.postgres.work.WorkScheduler;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** Does the work of a replica, as the bot does it. */
public final class TestWorker implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final HikariDataSource pool;
  private final WorkScheduler scheduler;
  private final Counts counts;

  private TestWorker(HikariDataSource pool, WorkScheduler scheduler, Counts counts) {
    this.pool = pool;
    this.scheduler = scheduler;
    this.counts = counts;
  }

  public static TestWorker start(TestReplica replica, Chat... chats) {
    return start(replica, Targets.NONE, () -> {}, chats);
  }

  /** With something to do every few hours. */
  public static TestWorker start(TestReplica replica, Runnable upkeep, Chat... chats) {
    return start(replica, Targets.NONE, upkeep, chats);
  }

  /** With targets that every incident has. */
  public static TestWorker start(TestReplica replica, Targets targets, Chat... chats) {
    return start(replica, targets, () -> {}, chats);
  }

  /** With a mail server. */
  public static TestWorker start(TestReplica replica, Mailing mailing, Chat... chats) {
    return start(replica, setup(mailing, Targets.NONE), () -> {}, chats);
  }

  /** With channels that incidents have for themselves. */
  public static TestWorker start(TestReplica replica, IncidentWork.Own own, Chat... chats) {
    return start(replica, new Setup(own, noMail(), Targets.NONE, Map.of()), () -> {}, chats);
  }

  /** With work that is not of incidents. */
  public static TestWorker start(TestReplica replica, Task<?> more, Chat... chats) {
    return start(replica, setup(noMail(), Targets.NONE), List.of(more), () -> {}, chats);
  }

  /** With somebody who brings the answers that are owed. */
  public static TestWorker start(TestReplica replica, AnswerBearer bearer) {
    var bearers = Map.of(bearer.platform(), bearer);
    var setup = new Setup(IncidentWork.Own.NONE, noMail(), Targets.NONE, bearers);
    return start(replica, setup, () -> {});
  }

  private record Setup(
      IncidentWork.Own own, Mailing mailing, Targets targets, Map<String, AnswerBearer> bearers) {}

  private static Setup setup(Mailing mailing, Targets targets) {
    return new Setup(IncidentWork.Own.NONE, mailing, targets, Map.of());
  }

  private static TestWorker start(
      TestReplica replica, Targets targets, Runnable upkeep, Chat... chats) {
    return start(replica, setup(noMail(), targets), upkeep, chats);
  }

  private static Mailing noMail() {
    var words = new IncidentMail(ZoneOffset.UTC, Optional.empty());
    return new Mailing(Mailer.none(), _ -> Optional.empty(), () -> words, false);
  }

  private static TestWorker start(
      TestReplica replica, Setup setup, Runnable upkeep, Chat... chats) {
    return start(replica, setup, List.of(), upkeep, chats);
  }

  private static TestWorker start(
      TestReplica replica, Setup setup, List<Task<?>> more, Runnable upkeep, Chat... chats) {
    var hours = BusinessHours.usual(ZoneOffset.UTC);
    var reminders = new Reminders(_ -> setup.targets(), () -> hours);
    var byPlatform = List.of(chats).stream().collect(toMap(Chat::platform, Function.identity()));
    var pool = Pools.open(replica.address(), "test-work", CONNECTIONS);
    var counts = new Counts();
    var scheduler =
        new WorkScheduler(
            new TransactionalDataSource(replica.database(), pool),
            Stream.concat(
                    IncidentWork.tasks(
                        replica.database(),
                        replica.work(),
                        new IncidentWork.Means(
                            byPlatform,
                            setup.own(),
                            setup.mailing(),
                            reminders,
                            replica.ending(),
                            new OwedAnswerTask.Means(
                                replica.owed(), replica.whatBecame(), setup.bearers())),
                        counts,
                        replica.clock())
                        .stream(),
                    more.stream())
                .toList(),
            new Upkeep(upkeep, counts),
            Executors.newVirtualThreadPerTaskExecutor(),
            replica.clock());
    scheduler.start();
    return new TestWorker(pool, scheduler, counts);
  }

  /** How often work of that name failed. */
  public int failures(String task) {
    return (int) counts.failed.stream().filter(task::equals).count();
  }

  /** The names of the work that was given up. */
  public List<String> givenUp() {
    return List.copyOf(counts.givenUp);
  }

  @Override
  public void close() {
    scheduler.close();
    pool.close();
  }

  private static final class Counts implements WorkListener {
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();

    @Override
    public void failed(String task) {
      failed.add(task);
    }

    @Override
    public void givenUp(String task) {
      givenUp.add(task);
    }
  }
}
