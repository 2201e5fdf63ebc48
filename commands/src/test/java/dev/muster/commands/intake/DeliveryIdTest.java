package dev.muster.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryIdTest {

  private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123456789Z");

  @Test
  void an_id_tells_the_time_of_receipt_to_the_millisecond() {
    assertThat(DeliveryId.at(AT).receivedAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00.123Z"));
  }

  @Test
  void an_id_is_a_uuid_of_version_7() {
    var id = DeliveryId.at(AT).value();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void ids_of_one_millisecond_differ() {
    var ids = new HashSet<DeliveryId>();

    IntStream.range(0, 10_000).forEach(_ -> ids.add(DeliveryId.at(AT)));

    assertThat(ids).hasSize(10_000);
  }

  @Test
  void an_id_is_read_as_it_is_written() {
    var id = DeliveryId.at(AT);

    assertThat(DeliveryId.parse(id.toString())).contains(id);
    assertThat(DeliveryId.parse("1042")).isEmpty();
    assertThat(DeliveryId.parse("1-2-3-4-5")).isEmpty();
    assertThat(DeliveryId.parse("6f1f7a0e-58b2-4f0e-9a53-0d7f3c1b2a49")).isEmpty();
  }
}
