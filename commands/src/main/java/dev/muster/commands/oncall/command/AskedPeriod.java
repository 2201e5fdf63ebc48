package dev.muster.commands.oncall.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads {@code [from] [to]}: two times, with or without the words "from" and "to". */
record AskedPeriod(AskedTime times) {

  /** So much is shown where no end is asked for. */
  static final Duration USUAL = Duration.ofDays(28);

  private static final Set<String> FROM = Set.of("from", "at", "on");
  private static final Set<String> TO = Set.of("to", "until", "till", "-");

  /** From an instant until another, which need not be later. */
  record Period(Instant from, Instant to) {}

  Optional<Period> parse(List<String> typed) {
    var words = typed.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    var rest = !words.isEmpty() && FROM.contains(words.getFirst()) ? tail(words, 1) : words;
    if (rest.isEmpty()) {
      return words.isEmpty() ? Optional.of(since(now())) : Optional.empty();
    }
    var to = IntStream.range(0, rest.size()).filter(at -> TO.contains(rest.get(at))).findFirst();
    if (to.isPresent()) {
      return pair(rest.subList(0, to.getAsInt()), tail(rest, to.getAsInt() + 1));
    }
    return time(rest)
        .map(AskedPeriod::since)
        .or(() ->
            IntStream.range(1, rest.size())
                .mapToObj(at -> pair(rest.subList(0, at), tail(rest, at)))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private Optional<Period> pair(List<String> first, List<String> second) {
    var from = first.isEmpty() ? Optional.of(now()) : time(first);
    return from.flatMap(begin -> time(second).map(end -> new Period(begin, end)));
  }

  private Optional<Instant> time(List<String> words) {
    return times.parse(String.join(" ", words));
  }

  /** To the minute, since it comes back in the commands of buttons. */
  private Instant now() {
    return times.now().truncatedTo(ChronoUnit.MINUTES);
  }

  private static Period since(Instant from) {
    return new Period(from, from.plus(USUAL));
  }

  private static List<String> tail(List<String> words, int from) {
    return words.subList(from, words.size());
  }
}
