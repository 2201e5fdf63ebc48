package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.CleanText;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.JsonText;
import dev.muster.integrations.sources.body.UnreadableBody;
import dev.muster.runbooks.text.NearestWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words for an alert's status. Alertmanager knows two of them; those who imitate it also send
 * acknowledged and suppressed. Any other is unknown, which costs that alert and no other; a body
 * that has nothing else is at fault.
 */
final class StatusWords {

  private static final String FIRING = "firing";
  private static final String RESOLVED = "resolved";
  private static final int SHOWN = 40;

  private StatusWords() {}

  /** What is said under {@code status}; empty when nothing is. */
  static Optional<AlertStatus> status(Json.Fields said) {
    return said.text("status")
        .map(word ->
            switch (plain(word)) {
              case FIRING -> AlertStatus.FIRING;
              case RESOLVED -> AlertStatus.RESOLVED;
              case "acknowledged" -> AlertStatus.ACKNOWLEDGED;
              case "suppressed" -> AlertStatus.SUPPRESSED;
              default -> AlertStatus.UNKNOWN;
            });
  }

  /** For a body of which no alert has a status that we know: which word that is due to. */
  static void refuseUnknown(Json.Fields said, String place) {
    if (status(said).filter(AlertStatus.UNKNOWN::equals).isPresent()) {
      throw unknown(said.get("status"), place + "/status");
    }
  }

  private static UnreadableBody unknown(Json status, String pointer) {
    var found =
        status instanceof Json.Text(var word)
            ? JsonText.quoted(CleanText.cut(word, SHOWN)) + didYouMean(word)
            : status.kind();
    var reason = "expected \"" + FIRING + "\" or \"" + RESOLVED + "\", found " + found;
    return new UnreadableBody(Fault.at(pointer, reason));
  }

  private static String didYouMean(String word) {
    return NearestWords.nearest(word, List.of(FIRING, RESOLVED)).stream()
        .findFirst()
        .or(() -> meaning(plain(word)))
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElse("");
  }

  /** What other tools call the same. */
  private static Optional<String> meaning(String word) {
    return switch (word) {
      case "fire",
          "fires",
          "fired",
          "active",
          "alert",
          "alerting",
          "down",
          "open",
          "problem",
          "triggered" ->
          Optional.of(FIRING);
      case "closed", "inactive", "normal", "ok", "recovered", "up" -> Optional.of(RESOLVED);
      default -> Optional.empty();
    };
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
