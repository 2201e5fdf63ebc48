package dev.muster.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Configs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CheckCommandTest {

  private Optional<String> apiToken = Optional.empty();
  private final StringWriter out = new StringWriter();

  @TempDir private Path home = Path.of("replaced");

  @Test
  void a_good_folder_is_fine_and_says_what_is_in_it() {
    var exit = check(Path.of("../runbooks/samples/learnhub"));

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains(
            ": warning: `escalation` has no effect in this version of Muster: nobody is paged")
        .endsWith(
            "../runbooks/samples/learnhub/muster.yaml: fine, 6 people, 2 schedules, 3 channels,"
                + " 3 integrations, 13 routes, 2 runbooks%n".formatted());
  }

  @Test
  void a_broken_one_says_every_problem_and_how_many() throws IOException {
    var file = Files.writeString(home.resolve("muster.yaml"), "name: A\nnmae: B\n");

    var exit = check(home);

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString().lines())
        .hasSize(7)
        .startsWith(file + ":1:1: `apiVersion` is missing here; add `apiVersion: muster/v1`")
        .contains(file + ":2:1: unknown key `nmae`; did you mean `name`?")
        .endsWith("6 problems");
  }

  @Test
  void a_missing_folder_is_one_problem() {
    var exit = check(home.resolve("nowhere"));

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).contains("there is no such folder").contains("1 problem");
  }

  @Test
  void the_schema_for_editors_is_printed() {
    var exit = run("--schema");

    assertThat(exit).isZero();
    assertThat(out.toString()).startsWith("{").contains("\"apiVersion\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "000011112222333344445555", "correcthorsebatterystaple"})
  void an_api_token_that_can_be_guessed_is_warned_of_and_not_shown(String token) {
    apiToken = Optional.of(token);

    var exit = check(Path.of("../runbooks/samples/learnhub"));

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("environment: warning: MUSTER_API_TOKEN is weak: ", "openssl rand -hex 24")
        .doesNotContain(token);
  }

  @Test
  void one_of_chance_is_fine() {
    apiToken = Optional.of("5f1d0c9be7a24e38b6f09d1c");

    var _ = check(Path.of("../runbooks/samples/learnhub"));

    assertThat(out.toString()).doesNotContain("MUSTER_API_TOKEN");
  }

  @Test
  void the_key_of_the_demo_is_warned_of() {
    var _ = check(Path.of("../runbooks/samples/learnhub"));

    assertThat(out.toString()).contains("warning: this key is `demo`, which everybody knows");
  }

  private int check(Path folder) {
    return run(folder.toString());
  }

  private int run(String argument) {
    return new CommandLine(new CheckCommand(Configs.loader(), Configs.kinds(), apiToken))
        .setOut(new PrintWriter(out))
        .execute(argument);
  }
}
