package dev.muster.bot.login;

import dev.muster.bot.http.Allowance;
import dev.muster.commands.login.LinkRequests.Asked;
import dev.muster.commands.login.LinkRequests.Outcome;
import dev.muster.commands.login.LoginAudit;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginRefusal;
import dev.muster.commands.login.Proof;
import dev.muster.commands.people.PersonId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that whoever is refused is seen: in the audit log, in the metrics and in the log.
 * Thread-safe.
 */
final class LoginWatch {

  private static final Logger log = LoggerFactory.getLogger(LoginWatch.class);

  /** More is only counted: who knocks all the time must not fill the audit log. */
  private static final int BURST = 60;

  private final LoginAudit audit;
  private final MeterRegistry registry;
  private final Allowance written;

  LoginWatch(LoginAudit audit, MeterRegistry registry, InstantSource clock) {
    this.audit = audit;
    this.registry = registry;
    this.written = new Allowance(BURST, Duration.ofSeconds(1), clock);
    for (var why : LoginRefusal.values()) {
      var _ = counter(why);
    }
  }

  LoginAudit audit() {
    return audit;
  }

  void refused(Proof.Bad bad, Source from) {
    refused(bad.why(), bad.person(), from);
  }

  void refused(LoginRefusal why, Optional<PersonId> person, Source from) {
    counter(why).increment();
    if (!written.take()) {
      return;
    }
    log.atWarn()
        .addKeyValue("reason", why.word())
        .addKeyValue("actor", person.map(PersonId::value).orElse("unknown"))
        .addKeyValue("peer", from.peer())
        .addKeyValue("requestId", from.requestId())
        .log("Login refused");
    audit.refused(why, person, from);
  }

  /**
   * Sees to who asked for a link. Who is sent one has an allowance; what anybody can bring about
   * without end is written no more often than refusals are.
   */
  void link(Asked asked, Source from) {
    var outcome = asked.outcome();
    var isEndless = outcome == Outcome.NOBODY || outcome == Outcome.TOO_MANY;
    if (!isEndless || written.take()) {
      audit.record("login-link", outcome.word(), asked.person(), from);
    }
    count(outcome);
  }

  /** Counts what became of somebody who asked for a link. */
  void count(Outcome outcome) {
    Counter.builder("muster.login.links")
        .description("Login links that were asked for, by what came of it")
        .tag("outcome", outcome.word())
        .register(registry)
        .increment();
  }

  private Counter counter(LoginRefusal why) {
    return Counter.builder("muster.login.refused")
        .description("Links, sessions and headers that let nobody in")
        .tag("reason", why.word())
        .register(registry);
  }
}
