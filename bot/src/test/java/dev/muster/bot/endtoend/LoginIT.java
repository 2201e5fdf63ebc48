package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who logs in on one replica is logged in on all of them, until they leave the configuration. */
class LoginIT {

  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NINA =
      "people:\n  nina: {name: Nina, email: nina@learnhub.example, roles: [responder]}\n";

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private final String database = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(database);
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void a_session_holds_on_every_replica_and_ends_when_its_person_leaves()
      throws IOException, InterruptedException {
    var one = replica("one");
    var other = replica("other");
    var cookie = Console.of(one, database, "nina").cookie();
    assertThat(open(one, cookie).body()).contains("Logged in as", "Nina");
    assertThat(open(other, cookie).statusCode()).isEqualTo(200);

    Files.delete(folder.resolve("one/conf.d/nina.yaml"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> open(one, cookie).statusCode() == 303 && open(other, cookie).statusCode() == 303);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(sql.column("select person from login_session")).isEmpty());
    assertThat(sql.column("select person from login_link")).isEmpty();
  }

  @Test
  void a_link_is_printed_with_words_for_people_around_it_and_nothing_else() {
    var environment =
        Map.of("MUSTER_HOME", SAMPLE.toString(), "BIND", "127.0.0.1", "MUSTER_LOG", "json");
    var _ = musters.startOn(folder, environment);
    var asked = new HashMap<>(environment);
    asked.put("MUSTER_DATA", folder.toString());

    var printing = musters.begin(asked, "login", "devops");

    assertThat(printing.end()).isZero();
    assertThat(printing.output())
        .contains("\nhttp://127.0.0.1:")
        .contains("A login link for DevOps Engineer: good once, within 15 minutes.")
        .doesNotContain("{", "INFO");
  }

  private HttpResponse<String> open(URI muster, String cookie)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(muster.resolve("/")).header("Cookie", cookie).build(),
        BodyHandlers.ofString());
  }

  private URI replica(String name) throws IOException {
    write(name, "conf.d/nina.yaml", NINA);
    for (var file : new String[] {"muster.yaml", "holidays-ke.ics"}) {
      write(name, file, Files.readString(SAMPLE.resolve(file)));
    }
    return musters
        .start(
            Map.of(
                "DATABASE_URL",
                database,
                "MUSTER_HOME",
                folder.resolve(name).toString(),
                "BIND",
                "127.0.0.1"))
        .url();
  }

  private void write(String replica, String file, String text) throws IOException {
    var path = folder.resolve(replica).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
