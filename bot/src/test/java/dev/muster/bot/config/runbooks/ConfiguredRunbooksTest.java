package dev.muster.bot.config.runbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import dev.muster.bot.config.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredRunbooksTest {

  private static final Path LIBRARY = Path.of("../runbooks/library");
  private static final String RUNBOOK =
      """
      apiVersion: muster/v1
      runbook: hello
      title: Say hello
      steps: [{uses: message, with: {text: "${{ vars.api }}"}}]
      """;

  @TempDir private Path home = Path.of("replaced");
  private Path runbooks = home;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(
        home.resolve("muster.yaml"),
        """
        apiVersion: muster/v1
        name: LearnHub Kenya
        timezone: Africa/Nairobi
        people: {devops: {name: DevOps Engineer}}
        channels: {alerts: {}}
        vars: {api: https://api.learnhub.example}
        secrets: {allow: [ADMIN_TOKEN]}
        routes: [{notify: ["channel:alerts"]}]
        """);
    runbooks = Files.createDirectory(home.resolve("runbooks"));
  }

  @Test
  void are_read_from_the_folder_with_what_they_are_given() throws IOException {
    Files.writeString(runbooks.resolve("hello.yaml"), RUNBOOK);
    Files.writeString(runbooks.resolve(".hello.yaml.swp"), "not ours");

    var loaded = loaded(Configs.loader().load(home));

    var found = loaded.runbooks();
    assertThat(found.own()).containsOnlyKeys("hello");
    assertThat(found.find("hello").orElseThrow().text()).isEqualTo(RUNBOOK);
    assertThat(found.find("helo")).isEmpty();
    assertThat(found.all()).contains(found.find("hello").orElseThrow());
    assertThat(found.vars()).containsEntry("api", "https://api.learnhub.example");
    assertThat(found.secrets()).containsExactly("ADMIN_TOKEN");
  }

  @Test
  void a_mistake_is_told_with_its_file_and_place() throws IOException {
    var file = Files.writeString(runbooks.resolve("a.yaml"), RUNBOOK.replace("api }}", "apy }}"));

    assertThat(said(Configs.loader().load(home)))
        .isEqualTo(
            file
                + ":4:38: in `${{ vars.apy }}`: there is no variable in `vars` of muster.yaml"
                + " `apy`; did you mean `api`?");
  }

  @Test
  void a_file_that_would_be_passed_over_is_told() throws IOException {
    Files.writeString(runbooks.resolve("hello.yml"), RUNBOOK);

    assertThat(said(Configs.loader().load(home)))
        .endsWith("runbooks/hello.yml: is not read; rename it so that it ends in .yaml");
  }

  @Test
  void the_library_lists_what_is_in_its_folder() throws IOException {
    try (var files = Files.list(LIBRARY)) {
      var names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .sorted()
              .toList();
      assertThat(Files.readAllLines(LIBRARY.resolve("index"))).isEqualTo(names);
    }
  }

  private static Config loaded(Outcome outcome) {
    return switch (outcome) {
      case Loaded(var config, _, _) -> config;
      case Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Loaded _ -> "";
      case Rejected(var problems) -> problems.getFirst().toString();
    };
  }
}
