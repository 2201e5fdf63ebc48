package dev.muster.integrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.doctor.Finding;
import dev.muster.commands.doctor.Level;
import dev.muster.integrations.postgres.doctor.DatabaseCheck;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever only looks starts nothing and leaves nothing behind. */
class RunningInTest {

  @TempDir Path folder;

  @Test
  void a_folder_without_a_database_stays_as_it_is() {
    assertThat(EmbeddedPostgres.runningIn(folder)).isEmpty();
    assertThat(EmbeddedPostgres.runningIn(folder.resolve("none"))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_server_is_found_as_long_as_it_runs_and_keeps_what_it_has() {
    Prepared.lendAll(Layout.under(folder));
    try (var _ = EmbeddedPostgres.start(folder)) {
      var address = EmbeddedPostgres.runningIn(folder).orElseThrow();
      var findings = new DatabaseCheck(address, "here", InstantSource.system()).look();
      assertThat(findings).hasSizeGreaterThan(4);
      assertThat(findings).extracting(Finding::level).containsOnly(Level.FINE);
    }
    assertThat(EmbeddedPostgres.runningIn(folder)).isEmpty();
  }
}
