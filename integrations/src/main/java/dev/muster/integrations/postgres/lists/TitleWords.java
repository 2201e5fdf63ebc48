package dev.muster.integrations.postgres.lists;

import dev.muster.commands.incident.search.SearchWords;
import java.util.stream.Collectors;

/** How titles are searched for words. */
public final class TitleWords {

  /** Of a table with a title; the same expression as in the indexes of V16 and V52. */
  public static final String MATCH =
      """
      to_tsvector('simple', regexp_replace(title, '[^[:alnum:]]+', ' ', 'g'))
        @@ to_tsquery('simple', :query)
      """;

  private TitleWords() {}

  /** All of them or their beginnings: letters and digits only, so that none is an operator. */
  public static String query(SearchWords words) {
    return words.words().stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
  }
}
