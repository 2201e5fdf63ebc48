package dev.muster.integrations.postgres.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresSilenceStoreTest {
  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final SilenceHands hands = new SilenceHands(replica, clock);

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void they_are_listed_by_their_ends() {
    var late = hands.begin("service=api", Duration.ofHours(3));
    var soon = hands.begin("service=db", Duration.ofHours(1));
    assertThat(replica.silences().active())
        .extracting(Silence::id)
        .containsExactly(soon.id(), late.id());

    hands.end(late);
    clock.advance(Duration.ofMinutes(1));
    hands.end(soon);

    assertThat(replica.silences().active()).isEmpty();
    var first = replica.silences().past(PageRequest.first(1));
    assertThat(first.items()).extracting(Silence::id).containsExactly(soon.id());
    var next = replica.silences().past(new PageRequest(1, first.nextCursor()));
    assertThat(next.items()).extracting(Silence::id).containsExactly(late.id());
    assertThat(next.nextCursor()).isEmpty();
    assertThat(replica.silences().find(new SilenceId(99))).isEmpty();
  }

  @Test
  void it_comes_back_from_the_database_as_it_went_in() {
    var silence =
        hands.begin("env!=test instance!~\"db\\d\" service=\"a \\\"b\\\"\"", Duration.ofHours(2));

    var read = replica.silences().find(silence.id()).orElseThrow();

    assertThat(read.matchers().text()).isEqualTo(silence.matchers().text());
    assertThat(read.reason()).isEqualTo("disk swap");
    assertThat(read.begun()).isEqualTo(silence.begun());
    assertThat(read.endsAt()).isEqualTo(silence.endsAt()).isAfter(Instant.EPOCH);
  }
}
