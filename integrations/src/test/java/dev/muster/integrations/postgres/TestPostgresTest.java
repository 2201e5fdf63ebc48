package dev.muster.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test
  void every_database_is_new_and_empty() throws SQLException {
    var one = TestPostgres.newDatabase();
    assertThat(one).isNotEqualTo(TestPostgres.newDatabase());
    assertThat(tables(one)).isZero();
  }

  @Test
  void every_muster_database_has_all_tables_and_nothing_left_to_migrate() throws SQLException {
    var one = TestPostgres.newMusterDatabase();
    var other = TestPostgres.newMusterDatabase();

    execute(one, "drop table api_token");

    assertThat(tables(other)).isEqualTo(tables(one) + 1);
    assertThat(Migrations.run(DatabaseAddress.parse(other))).isZero();
  }

  private static int tables(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
