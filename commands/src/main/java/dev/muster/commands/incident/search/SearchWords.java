package dev.muster.commands.incident.search;

import dev.muster.commands.incident.IncidentId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody typed to find an incident.
 *
 * @param number the incident's own, where nothing else was typed
 * @param words the first few, in lower case: letters and digits only
 */
public record SearchWords(Optional<IncidentId> number, List<String> words) {

  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 64;

  public SearchWords {
    words = List.copyOf(words);
  }

  public static SearchWords of(String typed) {
    var words =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
            .distinct()
            .limit(MOST_WORDS)
            .toList();
    return new SearchWords(IncidentId.parse(typed.strip()), words);
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }
}
