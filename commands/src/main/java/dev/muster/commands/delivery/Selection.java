package dev.muster.commands.delivery;

import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.store.PageRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which deliveries somebody wants to replay: by their ids, or all of a state since a time. */
final class Selection {

  private static final String ALL = "all";
  private static final Pattern AGO = Pattern.compile("(\\d{1,4})\\s*(min|m|h|d)");

  private final DeliveryHistory history;
  private final InstantSource clock;

  Selection(DeliveryHistory history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * What is meant.
   *
   * @param words how exactly the same is said again, whatever time has passed
   */
  record Selected(List<DeliveryId> ids, String words) {
    Selected {
      ids = List.copyOf(ids);
    }
  }

  /** Those that could not be read are what somebody replays. */
  Parameter one() {
    return DeliveryWords.which("which", history, Optional.of(Delivery.State.UNREADABLE));
  }

  /** Empty when the words do not say; oldest first. */
  Optional<Selected> of(List<String> words) {
    return !words.isEmpty() && words.getFirst().equalsIgnoreCase(ALL)
        ? all(words.subList(1, words.size()))
        : named(words);
  }

  private Optional<Selected> named(List<String> words) {
    var ids = words.stream().flatMap(word -> DeliveryId.parse(word).stream()).distinct().toList();
    return words.isEmpty() || ids.size() < words.stream().distinct().count()
        ? Optional.empty()
        : Optional.of(new Selected(ids, String.join(" ", words)));
  }

  private Optional<Selected> all(List<String> words) {
    var rest = new ArrayList<>(words);
    var state = Delivery.State.UNREADABLE;
    if (!rest.isEmpty() && !rest.getFirst().equalsIgnoreCase("since")) {
      var named = Delivery.State.named(rest.removeFirst().toLowerCase(Locale.ROOT));
      if (named.isEmpty() || !named.get().canBeReplayed()) {
        return Optional.empty();
      }
      state = named.get();
    }
    if (rest.isEmpty()) {
      return Optional.of(all(state, Instant.EPOCH, ALL + " " + state.word()));
    }
    var time = String.join(" ", rest.subList(1, rest.size()));
    var wanted = state;
    return rest.getFirst().equalsIgnoreCase("since")
        ? since(time).map(at -> all(wanted, at, ALL + " " + wanted.word() + " since " + at))
        : Optional.empty();
  }

  private Selected all(Delivery.State state, Instant since, String words) {
    var ids =
        history.list(Optional.of(state), PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
            .map(Delivery::id)
            .filter(id -> !id.receivedAt().isBefore(since))
            .sorted(Comparator.comparing(DeliveryId::receivedAt))
            .toList();
    return new Selected(ids, words);
  }

  /** {@code 2h}, {@code 30 min}, or a time with its offset. */
  private Optional<Instant> since(String text) {
    var ago = AGO.matcher(text.toLowerCase(Locale.ROOT));
    if (ago.matches()) {
      var number = Long.parseLong(ago.group(1));
      var passed =
          switch (ago.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
          };
      return Optional.of(clock.instant().minus(passed).truncatedTo(ChronoUnit.SECONDS));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
