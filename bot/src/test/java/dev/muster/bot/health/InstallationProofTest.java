package dev.muster.bot.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InstallationProofTest {

  private final AtomicInteger reads = new AtomicInteger();
  private final InstallationProof proof = new InstallationProof(this::read);

  /** The database is away the first time. */
  private String read() {
    if (reads.incrementAndGet() == 1) {
      throw new IllegalStateException("away");
    }
    return "key";
  }

  @Test
  void what_could_not_be_read_is_read_when_it_is_asked_for_again_and_then_remembered() {
    assertThat(proof.get()).isEmpty();
    assertThat(proof.get()).contains(new AddressProof("key"));
    assertThat(proof.get()).contains(new AddressProof("key"));
    assertThat(reads).hasValue(2);
  }
}
