package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.search.IncidentSearch;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.lists.TitleWords;
import java.util.List;

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
    var sql = "select * from incident where " + TitleWords.MATCH + " order by id desc limit :limit";
    return database.with(handle ->
        handle
            .createQuery(sql)
            .bind("query", TitleWords.query(words))
            .bind("limit", limit)
            .map((row, _) -> IncidentRows.read(row))
            .list());
  }
}
