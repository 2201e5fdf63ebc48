package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.health.AddressProof;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which Muster it is, asked by whoever could know. */
class AddressProofTest {

  private static final String CHALLENGE = "0123456789abcdef0123456789abcdef";

  @AutoClose private final TestSite site = TestSite.demo();

  @Test
  void who_asks_with_a_challenge_gets_the_proof_of_our_database() {
    var answer = site.get("/health/live", Map.of(AddressProof.CHALLENGE, CHALLENGE));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get(AddressProof.PROOF))
        .isEqualTo(new AddressProof(TestSite.KEY).answer(CHALLENGE).orElseThrow())
        .matches("[0-9a-f]{64}");
  }

  @Test
  void nobody_else_gets_any() {
    for (var asked : new String[] {"", "x", CHALLENGE + "0"}) {
      var answer = site.get("/health/live", Map.of(AddressProof.CHALLENGE, asked));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().contains(AddressProof.PROOF)).isFalse();
    }
  }
}
