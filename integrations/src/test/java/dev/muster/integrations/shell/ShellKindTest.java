package dev.muster.integrations.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.Trial;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.redact.Redactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kind {@code shell} with real programs. */
class ShellKindTest {

  private static final String SH = "/bin/sh";
  private final Trial steps =
      steps(
          new Allowed(Path.of(SH), Effect.CHANGES),
          new Allowed(Path.of("/bin/true"), Effect.READS));

  @Test
  void without_a_list_it_is_off() throws InterruptedException {
    assertThat(steps().failed("shell", Map.of("command", SH)).code()).isEqualTo("off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/cat", "sh", "/bin/../bin/sh", "/bin/sh -c id", "a\0b", ""})
  void only_what_is_on_the_list_runs(String command) throws InterruptedException {
    assertThat(steps.failed("shell", Map.of("command", command)).code()).isEqualTo("forbidden");
  }

  @Test
  void inputs_are_values_and_never_words_of_the_command() throws InterruptedException {
    var evil = "$(touch /tmp/pwned); `id` \"'\nsecond line";
    var result = result("printf '%s|' \"$A\" \"$1\"", Map.of("A", evil), evil);

    assertThat(result).containsEntry("output", evil + "|" + evil + "|");
  }

  @Test
  void it_finds_nothing_of_ours_around_it() throws InterruptedException {
    var result = result("env | sort; pwd; ls -A | wc -l", Map.of("A", "1"));

    assertThat(result.get("output"))
        .asString()
        .matches(
            "(?s)A=1\n"
                + "HOME=(\\S+)\n"
                + "LANG=C.UTF-8\n"
                + "MUSTER_STEP=\\S+\n"
                + "(OLDPWD=\\S+\n"
                + ")?PATH=\\S+\n"
                + "PWD=\\1\n"
                + "TMPDIR=\\1\n"
                + "(_=\\S+\n"
                + ")?\\1\n"
                + "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LD_PRELOAD", "PATH", "BASH_ENV", "A B", "MUSTER_KEY", "1A", ""})
  void an_environment_starts_no_programs(String name) throws InterruptedException {
    var with = Map.<String, Object>of("command", SH, "env", Map.of(name, "/tmp/x"));

    assertThat(steps.failed("shell", with).code()).isEqualTo("invalid");
  }

  @Test
  void its_folder_is_gone_afterwards() throws InterruptedException {
    var folder = String.valueOf(result("touch a b; pwd", Map.of()).get("output"));

    assertThat(Path.of(folder)).doesNotExist();
  }

  @Test
  void the_exit_code_decides() throws InterruptedException {
    var with = Map.<String, Object>of("command", SH, "args", List.of("-c", "echo no >&2; exit 3"));

    assertThat(steps.failed("shell", with))
        .isEqualTo(new Outcome.Failed("exit-3", "sh ended with 3: no"));
    var expecting =
        Map.<String, Object>of(
            "command", SH, "args", List.of("-c", "exit 3"), "expectExit", List.of(0L, 3L));
    assertThat(steps.result("shell", expecting)).containsEntry("exit", 3L);
  }

  @Test
  void fifty_megabytes_go_through_and_the_end_is_kept() throws InterruptedException {
    var result = result("head -c 52428800 /dev/zero | tr '\\0' x; echo; echo end", Map.of());

    assertThat(String.valueOf(result.get("output"))).endsWith("end").hasSizeLessThan(40_000);
    assertThat(result).containsEntry("lines", 52_428_800L / Lines.LONGEST + 2);
  }

  @Test
  void a_secret_on_which_a_long_line_is_cut_is_told_neither_in_half() throws InterruptedException {
    var secret = "hunter2-and-a-long-rest";
    var redactor = Redactor.of(List.of(secret));
    for (var before = Lines.LONGEST - secret.length() + 1; before < Lines.LONGEST; before += 5) {
      var script = "head -c %d /dev/zero | tr '\\0' x; printf %%s \"$S\"".formatted(before);
      var output = String.valueOf(result(script, Map.of("S", secret)).get("output"));

      assertThat(output).contains("…\n…");
      assertThat(redactor.text(output).replace("x", "")).doesNotContain("hunt", "rest");
    }
  }

  @Test
  void a_stopped_program_ends_with_all_that_it_started() throws InterruptedException {
    var script = "sleep 611 & (setsid sleep 612 &) ; echo started; wait";
    var with = Map.<String, Object>of("command", SH, "args", List.of("-c", script));

    var outcome =
        steps.stopped("shell", with, () -> steps.lines().contains("started") && sleeping() == 2);

    assertThat(outcome).isInstanceOf(Outcome.Unclear.class);
    await().until(() -> sleeping() == 0);
  }

  @Test
  void what_it_leaves_in_the_background_ends_with_it() throws InterruptedException {
    assertThat(result("setsid sleep 613 & echo done", Map.of())).containsEntry("output", "done");
    await().until(() -> sleeping() == 0);
  }

  @Test
  void the_list_says_what_a_command_does_to_the_world() {
    var kind = steps.kind("shell");

    assertThat(kind.effect(new Arguments(Map.of("command", "/bin/true")))).isEqualTo(Effect.READS);
    assertThat(kind.effect(new Arguments(Map.of("command", SH)))).isEqualTo(Effect.CHANGES);
    assertThat(kind.isIdempotent(new Arguments(Map.of("command", SH)))).isFalse();
  }

  private static long sleeping() {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().orElse("").matches("(/\\S+/)?sleep 61[123]"))
        .filter(ProcessHandle::isAlive)
        .count();
  }

  private Map<String, Object> result(String script, Map<String, Object> env, String... more)
      throws InterruptedException {
    var args = new ArrayList<Object>(List.of("-c", script, "sh"));
    args.addAll(List.of(more));
    return steps.result("shell", Map.of("command", SH, "args", args, "env", env));
  }

  private static Trial steps(Allowed... allowed) {
    return new Trial(List.of(new ShellKind(() -> List.of(allowed))), Map.of());
  }
}
