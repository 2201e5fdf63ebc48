package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Dockerfile says, without Docker: its sources, and its commands on the built jar. */
class ContainerIT {

  private static final String JAR = "/app/muster.jar";
  private static final String NOTES = "/app/muster.aot";
  private static final Path BUILT = Path.of("target/muster.jar");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> HEARD = List.of("MUSTER_", "DATABASE_URL", "JAVA_", "JDK_");

  @TempDir Path folder;

  private final ContainerFile file = ContainerFile.read();
  private final List<Child> started = new ArrayList<>();

  ContainerIT() throws IOException {}

  @AfterEach
  void stop() {
    started.forEach(Child::kill);
  }

  @Test
  void everything_that_is_copied_is_there() {
    assertThat(file.sources()).hasSizeGreaterThan(4).allSatisfy(it -> assertThat(it).exists());
    assertThat(file.sources().stream().filter(Files::isDirectory))
        .allSatisfy(it -> {
          assertThat(it.resolve("pom.xml")).exists();
        });
  }

  @Test
  void it_runs_as_nobody_special_and_keeps_its_data_on_a_volume() {
    assertThat(file.last("USER")).isNotEqualTo("root").isNotEqualTo("0");
    assertThat(file.environment()).containsEntry("MUSTER_DATA", file.last("VOLUME"));
  }

  /** Backups of a server want a client that is no older. */
  @Test
  void it_can_back_up_what_muster_itself_brings_along() {
    var version = new Sql(TestPostgres.newDatabase()).one("show server_version_num");

    assertThat(file.postgresClient())
        .hasValueSatisfying(release ->
            assertThat(release).isGreaterThanOrEqualTo(Integer.parseInt(version) / 10_000));
  }

  @Test
  void the_demo_with_its_known_key_does_not_start_where_everybody_can_reach_it()
      throws IOException, InterruptedException {
    var process = process(file.command(), Map.of()).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(2);
    assertThat(said).contains("this is the demo", "set MUSTER_HOME").doesNotContain("Exception");
  }

  @Test
  void what_the_jvm_noted_of_the_rehearsal_is_believed_by_the_command()
      throws IOException, InterruptedException {
    var rehearsal = process(file.rehearsal(), Map.of()).start();
    var said = new String(rehearsal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(rehearsal.waitFor()).as(said).isZero();

    var strict = new ArrayList<>(file.command());
    strict.set(strict.size() - 1, "version");
    strict.add(1, "-XX:AOTMode=on");
    var version = process(strict, Map.of()).start();
    var answer = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(version.waitFor()).as(answer).isZero();
    assertThat(answer).startsWith("Muster ").hasLineCount(1);
  }

  @Test
  void its_command_serves_a_configuration_and_its_health_check_finds_that_out()
      throws IOException, InterruptedException {
    var settings =
        Map.of(
            "MUSTER_HOME",
            "../runbooks/samples/learnhub",
            "DEMO_KEY",
            "a-key-of-our-own",
            "DATABASE_URL",
            TestPostgres.newDatabase(),
            "PORT",
            String.valueOf(freePort()));
    assertThat(health(settings)).isNotZero();

    var muster =
        Child.start(process(file.command(), settings), Pattern.compile("is ready: (http://\\S+)$"));
    started.add(muster);
    assertThat(muster.address()).endsWith(":" + settings.get("PORT") + "/");

    await().atMost(PATIENCE).until(() -> health(settings) == 0);
    assertThat(muster.stop()).isEqualTo(MusterProcess.TERMINATED);
  }

  private int health(Map<String, String> settings) throws IOException, InterruptedException {
    var process = process(file.healthCheck(), settings).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  /** As in the container, but for the places of java, the jar, its notes and the data. */
  private ProcessBuilder process(List<String> command, Map<String, String> settings) {
    var here =
        command.stream()
            .map(word ->
                switch (word) {
                  case "java" -> Path.of(System.getProperty("java.home"), "bin", "java").toString();
                  case JAR -> BUILT.toAbsolutePath().toString();
                  default -> word.replace(NOTES, folder.resolve("muster.aot").toString());
                })
            .toList();
    var builder = new ProcessBuilder(here).redirectErrorStream(true);
    var environment = builder.environment();
    environment.keySet().removeIf(name -> HEARD.stream().anyMatch(name::startsWith));
    environment.putAll(file.environment());
    environment.put("MUSTER_DATA", folder.toString());
    environment.putAll(settings);
    return builder;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
