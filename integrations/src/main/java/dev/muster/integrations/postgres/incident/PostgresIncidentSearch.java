package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.search.IncidentSearch;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.lists.TitleWords;
import java.util.List;

/** Finds incidents by the words of their titles. */
public final class PostgresIncidentSearch implements IncidentSearch {

  private static final TitleWords<Incident> TITLES =
      new TitleWords<>(
          """
          select * from (select * from incident order by id desc limit %d) as latest
          where %s order by id desc limit :limit
          """
              .formatted(TitleWords.LATEST, TitleWords.MATCH),
          "select * from incident where " + TitleWords.MATCH + " order by id + 0 desc limit :limit",
          (row, _) -> IncidentRows.read(row));

  private final Database database;

  public PostgresIncidentSearch(Database database) {
    this.database = database;
  }

  @Override
  public List<Incident> find(SearchWords words, int limit) {
    return TITLES.find(database, words, limit);
  }
}
