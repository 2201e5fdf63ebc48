package dev.muster.bot.endtoend;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into a database, on a new connection each time. */
public record Sql(String url) {

  /** The first column of every row, as text. */
  public List<String> column(String query) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  public String one(String query) {
    return column(query).getFirst();
  }
}
