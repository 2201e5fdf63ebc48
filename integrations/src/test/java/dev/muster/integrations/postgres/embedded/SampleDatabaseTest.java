package dev.muster.integrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.integrations.postgres.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that the demo's runbooks work on. */
class SampleDatabaseTest {

  @TempDir Path folder;

  @BeforeEach
  void lend() {
    Prepared.lendAll(Layout.under(folder));
  }

  @Test
  void has_rows_that_its_owner_may_change() throws SQLException {
    try (var server = EmbeddedPostgres.start(folder);
        var sample = connect(DatabaseAddress.parse(server.sampleUrl()))) {
      assertThat(ask(sample, "select count(*) from users")).isEqualTo("1247");
      assertThat(ask(sample, "select count(*) from content where deleted_at is not null"))
          .isEqualTo("12");
      assertThat(ask(sample, "delete from enrolments where id = 1 returning id")).isEqualTo("1");
    }
  }

  @Test
  void is_made_once_and_keeps_what_was_changed() throws SQLException {
    try (var server = EmbeddedPostgres.start(folder)) {
      try (var sample = connect(DatabaseAddress.parse(server.sampleUrl()))) {
        assertThat(ask(sample, "update users set name = 'Me' where id = 1 returning name"))
            .isEqualTo("Me");
      }
      try (var sample = connect(DatabaseAddress.parse(server.sampleUrl()))) {
        assertThat(ask(sample, "select name from users where id = 1")).isEqualTo("Me");
      }
    }
  }

  @Test
  void its_owner_gets_nowhere_near_musters_own_data() {
    try (var server = EmbeddedPostgres.start(folder)) {
      var owner = DatabaseAddress.parse(server.sampleUrl());
      var ours = new DatabaseAddress(server.jdbcUrl(), owner.user(), owner.password());
      assertThat(owner.password()).isNotEqualTo(server.password());
      assertThatThrownBy(() -> connect(ours)).hasMessageContaining("permission denied");
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
