package dev.muster.integrations.postgres.embedded;

import static dev.muster.integrations.postgres.embedded.Databases.ask;
import static dev.muster.integrations.postgres.embedded.Databases.postmaster;
import static dev.muster.integrations.postgres.embedded.Databases.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionTest {

  @TempDir Path folder;

  @BeforeEach
  void lend() {
    Prepared.lendAll(Layout.under(folder));
  }

  @Test
  void server_of_a_killed_process_is_adopted_with_all_that_was_committed() throws Exception {
    var child = startInAnotherProcess();
    assertThat(new String(child.getInputStream().readNBytes(9))).isEqualTo("committed");
    var pid = postmaster(folder).pid();
    child.destroyForcibly().waitFor();

    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(server.adopted()).isTrue();
      assertThat(postmaster(folder).pid()).isEqualTo(pid);
      assertThat(ask(server, "select text from note")).isEqualTo("here");
    }
    assertThat(Databases.isServed(folder)).isFalse();
  }

  @Test
  void recovers_when_all_its_processes_were_killed_too() throws Exception {
    var first = EmbeddedPostgres.start(folder);
    run(first, "create table note as select 'here' as text");
    TestServer.in(folder).kill();

    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(server.adopted()).isFalse();
      assertThat(ask(server, "select text from note")).isEqualTo("here");
    }
  }

  @Test
  void stale_pid_file_does_not_stop_the_start_even_when_its_number_lives_again() throws Exception {
    EmbeddedPostgres.start(folder);
    var pidFile = Layout.under(folder).pidFile();
    var left = Files.readString(pidFile);
    TestServer.in(folder).kill();
    var reused = left.replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid()));
    Files.writeString(pidFile, reused);

    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(server.adopted()).isFalse();
      assertThat(ask(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void empty_pid_file_of_a_power_failure_does_not_stop_the_start() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Files.createFile(Layout.under(folder).pidFile());

    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(ask(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void two_that_start_at_once_share_one_server_until_the_last_of_them_closes() throws Exception {
    Folders.delete(Layout.under(folder).data());
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(() -> EmbeddedPostgres.start(folder));
      var other = threads.submit(() -> EmbeddedPostgres.start(folder));
      assertThat(one.get().port()).isEqualTo(other.get().port());
      assertThat(one.get().adopted()).isNotEqualTo(other.get().adopted());

      one.get().close();
      assertThat(ask(other.get(), "select 1")).isEqualTo("1");
      other.get().close();
    }
    assertThat(Databases.isServed(folder)).isFalse();
  }

  private Process startInAnotherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Orphan.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The other process: commits, says so and goes on until it is killed. */
  static final class Orphan {
    public static void main(String[] args) throws Exception {
      var out = System.out;
      System.setOut(System.err);
      run(EmbeddedPostgres.start(Path.of(args[0])), "create table note as select 'here' as text");
      out.print("committed");
      out.flush();
      Thread.currentThread().join();
    }
  }
}
