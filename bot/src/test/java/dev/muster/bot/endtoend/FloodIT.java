package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A step that writes 50 MB, in a Muster that has far less than a few times that and ends when it
 * has no more: the log has all of it up to its limit, and people are shown the end.
 */
class FloodIT {

  private static final int LINES = 500_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String TEAM =
      """
      apiVersion: muster/v1
      name: Shop
      timezone: Africa/Nairobi
      people:
        devops: {name: DevOps Engineer, roles: [everything]}
      roles: {everything: ["*"]}
      channels: {incidents: {}}
      routes: [{incident: {channel: incidents}}]
      steps: {shell: {reads: [%1$s]}}
      """;

  private static final String RUNBOOK =
      """
      apiVersion: muster/v1
      runbook: flood
      title: Flood
      reviewed: 2026-11-22
      steps: [{id: flood, uses: shell, with: {command: %s}}]
      """;

  /** Lines of 100 characters, each with its number. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      seq -f '%%010.0f xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' %d
      """;

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  @Test
  void fifty_megabytes_of_output_fit_into_little_memory() throws IOException {
    var program = folder.resolve("flood.sh");
    Files.writeString(program, PROGRAM.formatted(LINES));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(folder.resolve("muster.yaml"), TEAM.formatted(program));
    Files.writeString(
        Files.createDirectory(folder.resolve("runbooks")).resolve("flood.yaml"),
        RUNBOOK.formatted(program));
    var database = TestPostgres.newDatabase();
    var muster =
        musters.start(
            Map.of(
                "DATABASE_URL",
                database,
                "MUSTER_HOME",
                folder.toString(),
                "BIND",
                "127.0.0.1",
                "MUSTER_API_TOKEN",
                "demo"));
    var api = MusterApi.of(muster);
    var sql = new Sql(database);

    api.command("devops", "/runbook run flood");
    await()
        .atMost(PATIENCE)
        .until(() -> sql.column("select id from run where state = 'ended'").size() == 1);

    assertThat(muster.isAlive()).isTrue();
    var logged = sql.column("select left(text, 10) from run_log where text like '0%' order by id");
    assertThat(logged)
        .hasSizeBetween(5_000, 20_000)
        .isEqualTo(IntStream.rangeClosed(1, logged.size()).mapToObj("%010d"::formatted).toList());
    assertThat(sql.column("select text from run_log order by id desc limit 1").getFirst())
        .contains("%,d more lines were left out".formatted(LINES - logged.size()));
    assertThat(api.command("devops", "/runbook status 1").encode())
        .contains("%010d".formatted(LINES));
  }
}
