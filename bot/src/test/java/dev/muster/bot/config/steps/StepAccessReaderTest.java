package dev.muster.bot.config.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.http.Network;
import dev.muster.integrations.shell.Allowed;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Yaml;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StepAccessReaderTest {

  private final Problems problems = new Problems();

  @Test
  void nothing_is_allowed_unless_it_is_said() {
    assertThat(read("{}")).isEqualTo(StepAccess.USUAL);
    assertThat(read("steps: {shell: {}, http: {}}")).isEqualTo(StepAccess.USUAL);
  }

  @Test
  void networks_and_programs_are_named() {
    var access =
        read(
            """
            steps:
              http: {allow: [10.1.0.0/16, "fd00::/8", 192.168.1.7]}
              shell: {allow: [/usr/local/bin/restart-worker], reads: [/usr/bin/df]}
            """);

    assertThat(problems.inOrder()).isEmpty();
    assertThat(access.networks())
        .containsExactly(
            Network.of("10.1.0.0/16"), Network.of("fd00::/8"), Network.of("192.168.1.7/32"));
    assertThat(access.commands())
        .containsExactly(
            new Allowed(Path.of("/usr/local/bin/restart-worker"), Effect.CHANGES),
            new Allowed(Path.of("/usr/bin/df"), Effect.READS));
  }

  @Test
  void what_is_meant_otherwise_is_said_with_its_place() {
    var access =
        read(
            """
            steps:
              http: {allow: [office, 10.0.0.0/64]}
              shell: {allow: [df, /bin/../bin/sh]}
            """);

    assertThat(access).isEqualTo(StepAccess.USUAL);
    assertThat(problems.inOrder())
        .extracting(Problem::message)
        .containsExactly(
            "expected a network such as 10.1.0.0/16, or one address, found `office`",
            "expected a network such as 10.1.0.0/16, or one address, found `10.0.0.0/64`",
            "expected the whole way to a program, such as /usr/bin/df, found `df`",
            "expected the whole way to a program, such as /usr/bin/df, found `/bin/../bin/sh`");
  }

  private StepAccess read(String yaml) {
    var node = Yaml.parse("muster.yaml", yaml, problems).orElseThrow();
    return Section.shape("a configuration", StepAccessReader::in)
        .read(node, problems)
        .orElseThrow();
  }
}
