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

  private final String database = TestPostgres.newDatabase();
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

  private MusterApi replica(String name) throws IOException {
    for (var file : new String[] {"muster.yaml", "holidays-ke.ics"}) {
      write(name, file, Files.readString(SAMPLE.resolve(file)));
    }
    return MusterApi.of(
        musters.start(
            Map.of(
                "DATABASE_URL",
                database,
                "MUSTER_HOME",
                folder.resolve(name).toString(),
                "MUSTER_API_TOKEN",
                "demo",
                "BIND",
                "127.0.0.1")));
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
