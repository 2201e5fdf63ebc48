package dev.muster.integrations.postgres.embedded;

import static dev.muster.integrations.postgres.embedded.Databases.ask;
import static dev.muster.integrations.postgres.embedded.Databases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir Path folder;

  @BeforeEach
  void lend() {
    Prepared.lendPrograms(Layout.under(folder));
  }

  @Test
  void every_setting_that_durability_rests_on_is_on() throws SQLException {
    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "show fsync")).isEqualTo("on");
      assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(server, "show data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void listens_on_the_loopback_only_and_asks_for_the_password() throws Exception {
    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "show unix_socket_directories")).isEmpty();
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
          .hasMessageContaining("password authentication failed");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void data_survives_close_and_start() throws SQLException {
    try (var server = EmbeddedPostgres.start(folder)) {
      run(server, "create table note as select 'here' as text");
    }
    assertThat(Databases.isServed(folder)).isFalse();
    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(server.adopted()).isFalse();
      assertThat(ask(server, "select text from note")).isEqualTo("here");
    }
  }

  @Test
  void what_a_killed_first_start_left_is_never_taken_for_whole() throws Exception {
    var root = folder.resolve("postgres");
    Files.delete(Layout.under(folder).bin(Binaries.bundled().version()));
    var bin = "bin-" + Binaries.bundled().version() + ".partial";
    Files.writeString(Files.createDirectories(root.resolve(bin)).resolve("cut"), "off");
    Files.writeString(
        Files.createDirectories(root.resolve("data.partial-1")).resolve("PG_VERSION"), "18");
    Files.writeString(root.resolve("password"), "of no cluster");
    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "select 1")).isEqualTo("1");
      assertThat(root.resolve(bin)).doesNotExist();
      assertThat(root.resolve("data.partial-1")).doesNotExist();
    }
  }

  @Test
  void programs_of_older_releases_and_large_logs_are_cleared_away() throws Exception {
    var root = folder.resolve("postgres");
    Files.createDirectories(root.resolve("bin-17.1.0/bin"));
    Files.write(root.resolve("postgres.log"), new byte[11 << 20]);
    try (var _ = EmbeddedPostgres.start(folder)) {
      assertThat(root.resolve("bin-17.1.0")).doesNotExist();
      assertThat(Files.size(root.resolve("postgres.log"))).isLessThan(1 << 20);
    }
  }

  private Path password() {
    return folder.resolve("postgres/password");
  }
}
