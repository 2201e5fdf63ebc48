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
    try (var connection = DriverManager.getConnection(one);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }
}
