package dev.muster.bot.http.intake;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.delivery.Sender;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.GroupCommit;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.intake.IntakeResult;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.intake.ReceivedBatch;
import dev.muster.commands.store.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/** Has webhooks committed or kept, and counts what became of them. Thread-safe. */
public final class Intake {

  /** So many unreadable bodies are kept at once, over connections that readable ones need too. */
  private static final int UNREADABLE_AT_ONCE = 2;

  private static final int UNREADABLE_WAITING = 16;

  private final Semaphore keeping = new Semaphore(UNREADABLE_AT_ONCE);
  private final Semaphore waiting = new Semaphore(UNREADABLE_WAITING);
  private final GroupCommit commit;
  private final AlertIntake alerts;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  public Intake(
      GroupCommit commit, AlertIntake alerts, InstantSource clock, MeterRegistry metrics) {
    this.commit = commit;
    this.alerts = alerts;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Never waits: completed after the commit, on another thread. */
  CompletionStage<IntakeResult> take(Sender sender, byte[] body, AlertBatch batch) {
    var id = DeliveryId.at(clock.instant());
    return commit.submit(new ReceivedBatch(id, sender.integration(), new RawBody(body), batch));
  }

  /** Somebody came without the right key. */
  void refused(String source) {
    count(source, "refused").increment();
  }

  void count(Sender sender, IntakeResult result) {
    var outcome =
        switch (result) {
          case IntakeResult.Accepted _ -> "accepted";
          case IntakeResult.Failed _ -> "failed";
        };
    count(sender.source().name(), outcome).increment();
  }

  /** Keeps the body. Blocking. */
  DeliveryId unreadable(Sender sender, byte[] body, Fault fault) {
    var id = DeliveryId.at(clock.instant());
    var delivery = Delivery.unreadable(id, sender.integration(), fault.describe());
    keep(new KeptDelivery(delivery, new RawBody(body)));
    count(sender.source().name(), "unreadable").increment();
    return id;
  }

  /** Of those that nobody can read only few may wait, so that they cost nobody else anything. */
  private void keep(KeptDelivery unreadable) {
    if (!waiting.tryAcquire()) {
      throw new StoreUnavailable("too many unreadable webhooks are waiting", null);
    }
    try {
      keeping.acquireUninterruptibly();
      try {
        alerts.keepUnreadable(unreadable);
      } finally {
        keeping.release();
      }
    } finally {
      waiting.release();
    }
  }

  private Counter count(String source, String outcome) {
    return Counter.builder("muster.webhooks")
        .description("Webhooks by what became of them")
        .tag("source", source)
        .tag("outcome", outcome)
        .register(metrics);
  }
}
