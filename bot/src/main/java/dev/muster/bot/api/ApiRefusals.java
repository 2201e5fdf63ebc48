package dev.muster.bot.api;

import dev.muster.bot.http.Allowance;
import dev.muster.bot.http.Problem;
import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.AuditLog;
import dev.muster.commands.chat.Place;
import dev.muster.commands.store.Recent;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.Transactions;
import dev.muster.commands.token.ApiToken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts every call that is refused and writes it to the audit log: the same of the same caller
 * once a minute, and so many a minute at most, so that nobody fills the log by knocking. Blocking
 * and thread-safe.
 */
public final class ApiRefusals {

  private static final Logger log = LoggerFactory.getLogger(ApiRefusals.class);

  private static final String METRIC = "muster.api.refused";
  private static final String NOBODY = "nobody";
  private static final Place PLACE = new Place("api", "-", Optional.empty());
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int REMEMBERED = 1_000;
  private static final int A_MINUTE = 120;

  private final AuditLog auditLog;
  private final Transactions transactions;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Recent<String, Boolean> told;
  private final Allowance allowance;

  public ApiRefusals(
      AuditLog auditLog, Transactions transactions, MeterRegistry registry, InstantSource clock) {
    this.auditLog = auditLog;
    this.transactions = transactions;
    this.registry = registry;
    this.clock = clock;
    this.told = new Recent<>(REMEMBERED, MINUTE, clock);
    this.allowance = new Allowance(A_MINUTE, MINUTE.dividedBy(A_MINUTE), clock);
    for (var refusal : Refusal.values()) {
      counter(refusal).increment(0);
    }
  }

  /** The answer to it, for throwing. */
  BadCall refuse(Refusal refusal, Knock knock, Optional<ApiToken> token, String detail) {
    counter(refusal).increment();
    var who = token.map(it -> it.id().toString()).orElse(knock.from());
    var key = String.join(" ", refusal.word(), who, knock.what());
    if (told.add(key, true) && allowance.take()) {
      audit(refusal, knock, token);
    }
    var title = refusal.status() == 401 ? "Not let in" : "Not allowed";
    return new BadCall(Problem.of(refusal.status(), title, detail), refusal.challenge());
  }

  /** A refusal stands, whether or not it can be written down. */
  private void audit(Refusal refusal, Knock knock, Optional<ApiToken> token) {
    var entry =
        new AuditEntry(
            clock.instant(),
            token.map(it -> it.owner().value()).orElse(NOBODY),
            PLACE,
            knock.what(),
            "denied",
            UUID.randomUUID().toString(),
            Optional.of(refusal.word() + ", from " + knock.from()),
            token.map(it -> it.id() + " of " + it.owner()));
    try {
      transactions.inTransaction(() -> auditLog.record(entry));
    } catch (StoreUnavailable away) {
      log.atWarn().addKeyValue("reason", refusal.word()).log("API call refused, not audited");
    }
  }

  private Counter counter(Refusal refusal) {
    return Counter.builder(METRIC)
        .description("API calls that were refused")
        .tag("reason", refusal.word())
        .register(registry);
  }
}
