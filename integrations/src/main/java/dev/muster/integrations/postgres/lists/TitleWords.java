package dev.muster.integrations.postgres.lists;

import dev.muster.commands.incident.search.SearchWords;
import dev.muster.integrations.postgres.Database;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A search for words in titles: among the latest rows at first, where common words have hits enough
 * and most of what is looked for is, then by the index over all.
 *
 * @param latest finds them among the latest rows, at most {@code :limit}
 * @param all finds them among all rows, in an order that no index has: else the database may walk
 *     through all of them where few match
 */
public record TitleWords<T>(String latest, String all, RowMapper<T> rows) {

  /** How many rows are looked at without the index: some milliseconds' worth. */
  public static final int LATEST = 1_000;

  /** Of a table with a title; the same expression as in the indexes of V16 and V52. */
  public static final String MATCH =
      """
      to_tsvector('simple', regexp_replace(title, '[^[:alnum:]]+', ' ', 'g'))
        @@ to_tsquery('simple', :query)
      """;

  /** All of them or their beginnings: letters and digits only, so that none is an operator. */
  public static String query(SearchWords words) {
    return words.words().stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
  }

  /** The latest of those that have all of the words, nothing for none. */
  public List<T> find(Database database, SearchWords words, int limit) {
    if (words.isEmpty()) {
      return List.of();
    }
    var found = find(database, latest, words, limit);
    return found.size() < limit ? find(database, all, words, limit) : found;
  }

  private List<T> find(Database database, String sql, SearchWords words, int limit) {
    return database.with(handle ->
        handle.createQuery(sql).bind("query", query(words)).bind("limit", limit).map(rows).list());
  }
}
