package dev.muster.commands.runbook.command;

import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.text.NearestWords;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds runbooks by words; what stands in a name counts more than what stands in a purpose. */
record RunbookSearch(List<Runbook> runbooks) {

  private static final int WHOLE = 4;
  private static final int BEGUN = 3;
  private static final int WITHIN = 2;
  private static final int NEAR = 1;

  /** A runbook, and how well it fits. */
  record Hit(Runbook runbook, int score) {}

  /** Those in which every word stands, or one near it; the best first. */
  List<Hit> find(String typed) {
    var words = words(typed);
    return runbooks.stream()
        .map(runbook -> new Hit(runbook, score(runbook, words)))
        .filter(hit -> hit.score() > 0)
        .sorted(
            Comparator.comparingInt(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.runbook().name()))
        .toList();
  }

  /** Whether every word stands in a name, or one near it: where nothing else is known. */
  static boolean isCalled(String name, String typed) {
    var words = words(typed);
    return !words.isEmpty() && words.stream().allMatch(word -> fit(words(name), word) > 0);
  }

  private static int score(Runbook runbook, List<String> words) {
    var sum = 0;
    for (var word : words) {
      var score = score(runbook, word);
      if (score == 0) {
        return 0;
      }
      sum += score;
    }
    return sum;
  }

  private static int score(Runbook runbook, String word) {
    var about = runbook.about();
    return Stream.of(
            8 * fit(words(about.name()), word),
            4 * fit(about.tags().stream().flatMap(tag -> words(tag).stream()).toList(), word),
            4 * fit(words(about.title()), word),
            fit(words(about.purpose()), word))
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private static int fit(List<String> known, String word) {
    if (known.contains(word)) {
      return WHOLE;
    }
    if (known.stream().anyMatch(one -> one.startsWith(word))) {
      return BEGUN;
    }
    if (known.stream().anyMatch(one -> one.contains(word))) {
      return WITHIN;
    }
    return NearestWords.nearest(word, known).isEmpty() ? 0 : NEAR;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
