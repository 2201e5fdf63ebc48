package dev.muster.runbooks.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Which known words somebody may have meant: the same word written differently, then words that it
 * begins, then words a slip of the finger away. Stateless and thread-safe.
 */
public final class NearestWords {

  private static final int AT_MOST = 3;
  private static final int LONGEST = 64;
  private static final int SHORTEST_PREFIX = 2;
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::rank)
          .thenComparingInt(Candidate::distance)
          .thenComparing(Candidate::word);

  private NearestWords() {}

  /** Best first, at most three; empty when nothing is near, or when the word is itself known. */
  public static List<String> nearest(String word, Collection<String> known) {
    var plain = plain(word);
    if (plain.isEmpty() || plain.length() > LONGEST || known.contains(word)) {
      return List.of();
    }
    return known.stream()
        .distinct()
        .flatMap(candidate -> near(plain, candidate).stream())
        .sorted(BEST_FIRST)
        .limit(AT_MOST)
        .map(Candidate::word)
        .toList();
  }

  private record Candidate(String word, int rank, int distance) {}

  private static Optional<Candidate> near(String plain, String word) {
    var other = plain(word);
    var lengths = Math.abs(other.length() - plain.length());
    if (other.equals(plain)) {
      return Optional.of(new Candidate(word, 0, 0));
    }
    if (plain.length() >= SHORTEST_PREFIX && other.startsWith(plain)) {
      return Optional.of(new Candidate(word, 1, lengths));
    }
    var slips = slips(plain, other, allowed(plain));
    if (slips >= 0) {
      return Optional.of(new Candidate(word, 2, slips));
    }
    return other.length() > SHORTEST_PREFIX && plain.startsWith(other)
        ? Optional.of(new Candidate(word, 3, lengths))
        : Optional.empty();
  }

  /** Letters typed wrong, too much, too few, or two in the wrong order; -1 beyond the limit. */
  private static int slips(String plain, String other, int allowed) {
    var distance = new LevenshteinDistance(allowed);
    var swapped =
        IntStream.range(0, plain.length() - 1)
            .map(at -> distance.apply(swap(plain, at), other))
            .filter(edits -> edits >= 0 && edits < allowed)
            .map(edits -> edits + 1);
    return IntStream.concat(IntStream.of(distance.apply(plain, other)), swapped)
        .filter(edits -> edits >= 0)
        .min()
        .orElse(-1);
  }

  private static String swap(String word, int at) {
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private static int allowed(String plain) {
    return plain.length() <= 4 ? 1 : plain.length() <= 8 ? 2 : 3;
  }

  /** Case and joints are no difference: {@code group_by} is {@code groupBy}. */
  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
