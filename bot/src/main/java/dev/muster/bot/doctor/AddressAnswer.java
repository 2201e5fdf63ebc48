package dev.muster.bot.doctor;

import dev.muster.bot.health.AddressProof;
import dev.muster.commands.doctor.Finding;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What answered at the address that should be ours. */
record AddressAnswer(URI address, HttpResponse<?> answer) {

  private static final String ABOUT = AddressCheck.ABOUT;

  /**
   * @param expected what this Muster would have answered, if that is known
   * @param isLocal whether the address is one that every machine has for itself
   */
  Finding judge(Optional<String> expected, boolean isLocal) {
    if (answer.statusCode() != 200) {
      return refused();
    }
    var proof = answer.headers().firstValue(AddressProof.PROOF);
    if (expected.isEmpty()) {
      return Finding.skipped(
          ABOUT,
          "Something answers at %s. Whether it is this Muster is in the database, which could not"
                  .formatted(address)
              + " be asked.",
          "Mend the database first, and look again.");
    }
    if (!expected.equals(proof)) {
      return proof.isPresent() ? another() : nobody();
    }
    return isLocal ? local() : Finding.fine(ABOUT, "%s leads to this Muster.".formatted(address));
  }

  private Finding refused() {
    var status = answer.statusCode();
    var where =
        answer.headers().firstValue("Location").map(it -> ", which leads to " + it).orElse("");
    return Finding.failed(
        ABOUT,
        "At %s something answers with status %d%s.".formatted(address, status, where),
        "See that the proxy leads to Muster, and that it asks nobody to sign in at /health,"
            + " /slack/events and /v1.");
  }

  private Finding another() {
    return Finding.failed(
        ABOUT,
        "At %s there is another Muster, with another database.".formatted(address),
        "Mend MUSTER_URL or DATABASE_URL: one of them belongs to the other.");
  }

  private Finding nobody() {
    return Finding.failed(
        ABOUT,
        "At %s something answers that is not this Muster, or an older one.".formatted(address),
        "Open it. If it is Muster, see that the proxy passes the headers %s and %s."
            .formatted(AddressProof.CHALLENGE, AddressProof.PROOF));
  }

  private Finding local() {
    return Finding.warning(
        ABOUT,
        "%s leads to this Muster on this machine only.".formatted(address),
        "Set it to an address that people's machines know.");
  }
}
