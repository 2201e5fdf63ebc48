package dev.muster.commands.intake.history.command;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which alerts are asked for.
 *
 * @param status the word for it; {@code all} for every one
 * @param page of those that fire, from 1 on
 * @param before where a list of past ones goes on
 */
record AlertQuery(String status, AlertFilter filter, int page, Optional<AlertRef> before) {

  static final AlertQuery FIRING =
      new AlertQuery(AlertStatus.FIRING.word(), AlertFilter.ALL, 1, Optional.empty());

  private static final String ALL = "all";
  private static final String SILENCED = "silenced";

  /** Every word for a status. */
  static List<String> statuses() {
    return Stream.concat(
            Arrays.stream(AlertStatus.values()).map(AlertStatus::word), Stream.of(SILENCED, ALL))
        .toList();
  }

  AlertQuery with(AlertFilter other) {
    return new AlertQuery(status, other, page, before);
  }

  /** Those that are silenced are those that fire and are. */
  AlertQuery of(String word) {
    return word.equals(SILENCED) ? ofStatus(FIRING.status).with(filter.silenced()) : ofStatus(word);
  }

  private AlertQuery ofStatus(String word) {
    return new AlertQuery(word, filter, page, before);
  }

  AlertQuery at(int number) {
    return new AlertQuery(status, filter, Math.max(1, number), before);
  }

  AlertQuery before(AlertRef ref) {
    return new AlertQuery(status, filter, page, Optional.of(ref));
  }

  boolean isOfFiring() {
    return status.equals(AlertStatus.FIRING.word());
  }

  AlertFilter whole() {
    var wanted =
        Arrays.stream(AlertStatus.values()).filter(one -> one.word().equals(status)).findFirst();
    return filter.withStatus(wanted);
  }

  /** What to type for the same again, without where it goes on. */
  String typed() {
    var words = new StringBuilder("/alert list");
    if (!isOfFiring()) {
      words.append(" ").append(status);
    } else if (filter.isSilenced() && filter.silence().isEmpty()) {
      words.append(" ").append(SILENCED);
    }
    filter.silence().ifPresent(id -> words.append(" silence:").append(id.value()));
    filter.severity().ifPresent(name -> words.append(" severity:").append(Quotes.around(name)));
    filter.source().ifPresent(name -> words.append(" source:").append(Quotes.around(name)));
    filter.openedSince().ifPresent(at -> words.append(" since:").append(at));
    return words.toString();
  }
}
