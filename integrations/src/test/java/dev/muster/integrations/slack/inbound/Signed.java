package dev.muster.integrations.slack.inbound;

import dev.muster.integrations.slack.fake.delivery.Signer;
import java.util.List;
import java.util.Map;

/** The headers of a signed request. */
final class Signed {

  private Signed() {}

  static Map<String, List<String>> at(long seconds, String secret, String body) {
    return Map.of(
        "x-slack-request-timestamp", List.of(Long.toString(seconds)),
        "x-slack-signature", List.of(Signer.sign(secret, seconds, body)));
  }
}
