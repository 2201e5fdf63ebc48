package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.search.IncidentSearch;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.integrations.postgres.Database;
import java.util.List;
import java.util.stream.Collectors;

/** Finds incidents by the index over the words of their titles. */
public final class PostgresIncidentSearch implements IncidentSearch {

  private final Database database;

  public PostgresIncidentSearch(Database database) {
    this.database = database;
  }

  @Override
  public List<Incident> find(SearchWords words, int limit) {
    if (words.isEmpty()) {
      return List.of();
    }
    // Letters and digits only, so that none of them is an operator.
    var query = words.words().stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    return database.with(handle ->
        handle
            .createQuery(
                """
                select * from incident
                where to_tsvector('simple', regexp_replace(title, '[^[:alnum:]]+', ' ', 'g'))
                  @@ to_tsquery('simple', :query)
                order by id desc limit :limit
                """)
            .bind("query", query)
            .bind("limit", limit)
            .map((row, _) -> IncidentRows.read(row))
            .list());
  }
}
