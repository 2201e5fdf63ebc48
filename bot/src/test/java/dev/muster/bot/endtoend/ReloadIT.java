package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file that changes while two replicas run, each on a folder of its own. */
class ReloadIT {

  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NINA =
      "people:\n  nina: {name: Nina, email: nina@learnhub.example, roles: [responder]}\n";
  private static final String TOLD =
      "select message ->> 'fallback' from chat_message where channel = 'alerts' order by id";

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private final String database = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(database);

  @Test
  void a_new_person_is_known_to_every_replica_and_a_broken_file_to_the_channel()
      throws IOException {
    var one = replica("one");
    var other = replica("other");
    assertThat(other.tryCommand("nina", "/incident list").statusCode()).isEqualTo(400);

    write("one", "conf.d/nina.yaml", NINA);
    await().atMost(PATIENCE).until(() -> knowsNina(one) && knowsNina(other));
    write("one", "conf.d/nina.yaml", NINA.replace("roles", "rolls"));
    await().atMost(PATIENCE).until(() -> sql.column(TOLD).size() == 2);

    assertThat(knowsNina(one)).isTrue();
    assertThat(sql.column(TOLD).getFirst()).startsWith("Configuration 2 is in use");
    assertThat(sql.column(TOLD).getLast())
        .contains("are broken")
        .endsWith("Configuration 2 stays in use.");
    assertThat(sql.column("select version from accepted_configuration order by 1"))
        .containsExactly("1", "2");
    assertThat(sql.column("select schedule from schedule_version order by 1"))
        .containsExactly("backup", "primary");
  }

  @Test
  void a_restart_with_a_typo_comes_up_with_the_accepted_configuration_and_says_so()
      throws IOException {
    var before = start("one");
    assertThat(before.stop()).isEqualTo(MusterProcess.TERMINATED);
    write("one", "conf.d/nina.yaml", NINA.replace("roles", "rolls"));

    var restarted = musters.start(environment("one", database));
    await().atMost(PATIENCE).until(() -> sql.column(TOLD).size() == 1);

    assertThat(MusterApi.of(restarted).tryCommand("devops", "/incident list").statusCode())
        .isEqualTo(200);
    assertThat(sql.column(TOLD).getFirst()).endsWith("Configuration 1 stays in use.");
    assertThat(restarted.output())
        .contains("nina.yaml:2:52: unknown key `rolls`; did you mean `roles`?")
        .contains("not in use, the configuration that was accepted last is")
        .contains("MUSTER_API_TOKEN is weak: it is shorter than 20 characters");
  }

  @Test
  void old_files_that_are_restored_are_not_taken_up_and_the_log_says_how_to_go_back_to_them()
      throws IOException {
    var before = start("one");
    write("one", "conf.d/nina.yaml", NINA);
    await().atMost(PATIENCE).until(() -> knowsNina(MusterApi.of(before)));
    assertThat(before.stop()).isEqualTo(MusterProcess.TERMINATED);
    Files.delete(folder.resolve("one/conf.d/nina.yaml"));

    var restarted = musters.start(environment("one", database));

    assertThat(knowsNina(MusterApi.of(restarted))).isTrue();
    assertThat(restarted.output())
        .contains("older than the configuration in the database")
        .contains("To go back to them, save one with a change, such as a comment");
  }

  @Test
  void a_first_start_with_a_typo_ends_with_exit_2_and_says_what_to_do() throws IOException {
    write("one", "muster.yaml", "nmae: LearnHub\n");

    var first = musters.begin(environment("one", TestPostgres.newMusterDatabase()));

    assertThat(first.end()).isEqualTo(2);
    assertThat(first.output())
        .contains("unknown key `nmae`", "Not started: no configuration was accepted before");
  }

  private MusterApi replica(String name) throws IOException {
    return MusterApi.of(start(name));
  }

  private MusterProcess start(String name) throws IOException {
    for (var file : new String[] {"muster.yaml", "holidays-ke.ics"}) {
      write(name, file, Files.readString(SAMPLE.resolve(file)));
    }
    return musters.start(environment(name, database));
  }

  private Map<String, String> environment(String name, String database) {
    return Map.of(
        "DATABASE_URL",
        database,
        "MUSTER_HOME",
        folder.resolve(name).toString(),
        "MUSTER_API_TOKEN",
        "demo",
        "BIND",
        "127.0.0.1");
  }

  private void write(String replica, String file, String text) throws IOException {
    var path = folder.resolve(replica).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static boolean knowsNina(MusterApi replica) {
    return replica.tryCommand("nina", "/incident list").statusCode() == 200;
  }
}
