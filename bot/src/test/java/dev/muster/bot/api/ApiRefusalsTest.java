package dev.muster.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.AuditLog;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.Transactions;
import dev.muster.integrations.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ApiRefusalsTest {

  private final TestClock clock = new TestClock();
  private final List<AuditEntry> entries = new ArrayList<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ApiRefusals refusals = refusals(entries::add);

  private ApiRefusals refusals(AuditLog auditLog) {
    return new ApiRefusals(auditLog, new Direct(), registry, clock);
  }

  private static final class Direct implements Transactions {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return work.get();
    }
  }

  private static BadCall knock(ApiRefusals at, String from) {
    var knock = new Knock(Optional.of("a secret"), "GET /api/v1/incidents", from);
    return at.refuse(Refusal.UNKNOWN_TOKEN, knock, Optional.empty(), "not known");
  }

  private double counted() {
    return registry.counter("muster.api.refused", "reason", "unknown-token").count();
  }

  @Test
  void each_is_counted_and_the_same_of_the_same_caller_is_audited_once_a_minute() {
    for (var i = 0; i < 10; i++) {
      knock(refusals, "10.0.0.7");
    }
    knock(refusals, "10.0.0.8");
    clock.advance(Duration.ofMinutes(1));
    knock(refusals, "10.0.0.7");

    assertThat(counted()).isEqualTo(12);
    assertThat(entries)
        .extracting(AuditEntry::detail)
        .containsExactly(
            Optional.of("unknown-token, from 10.0.0.7"),
            Optional.of("unknown-token, from 10.0.0.8"),
            Optional.of("unknown-token, from 10.0.0.7"));
    assertThat(entries.toString()).doesNotContain("a secret");
  }

  @Test
  void many_callers_do_not_fill_the_log() {
    for (var i = 0; i < 5_000; i++) {
      knock(refusals, "10.0." + i / 250 + "." + i % 250);
    }

    assertThat(counted()).isEqualTo(5_000);
    assertThat(entries).hasSizeBetween(120, 1_000);
  }

  @Test
  void who_is_refused_stays_so_while_the_database_is_away() {
    var away =
        refusals(_ -> {
          throw new StoreUnavailable("away", null);
        });

    assertThat(knock(away, "10.0.0.7").problem().detail()).isEqualTo("not known");
    assertThat(counted()).isEqualTo(1);
  }
}
