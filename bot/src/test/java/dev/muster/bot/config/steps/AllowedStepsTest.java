package dev.muster.bot.config.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.Configs;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.bot.doctor.StepsCheck;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.runbook.message.Announcements;
import dev.muster.runbooks.kind.Arguments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AllowedStepsTest {

  private static final String OFF =
      "shell is off, so this step cannot run; to let it, name it in muster.yaml:"
          + " steps: {shell: {allow: [/usr/bin/df]}}";
  private static final String DISK =
      """
      apiVersion: muster/v1
      runbook: disk
      title: How full is the disk?
      purpose: Looks.
      owner: platform
      reviewed: 2026-11-01
      steps: [{name: Look, uses: shell, with: {command: /usr/bin/df}}]
      """;

  @Test
  void a_step_that_is_off_is_warned_of_where_it_stands() {
    assertThat(loaded("").warnings())
        .anySatisfy(problem -> {
          assertThat(problem.place().toString()).startsWith("runbooks/disk.yaml:7:");
          assertThat(problem.message()).isEqualTo(OFF);
        });
    assertThat(loaded("steps: {shell: {reads: [/usr/bin/df]}}").warnings())
        .noneMatch(problem -> problem.message().contains("shell"));
  }

  @Test
  void another_program_is_told_which_ones_may_run() {
    assertThat(loaded("steps: {shell: {allow: [/usr/bin/id]}}").warnings())
        .anyMatch(problem ->
            problem
                .message()
                .startsWith("/usr/bin/df is not among the programs that may be run (/usr/bin/id)"));
  }

  @Test
  void kinds_go_by_the_configuration_of_the_moment() {
    var config = new AtomicReference<Config>(loaded("").config());
    var kinds =
        StepKinds.of(Path.of("files"), () -> config.get().runbooks().access(), Announcements.NONE);
    var df = new Arguments(Map.of("command", "/usr/bin/df"));
    var shell = kinds.find("shell").orElseThrow();

    assertThat(shell.hindrance(df)).contains(OFF);
    assertThat(shell.effect(df).readsOnly()).isFalse();

    config.set(loaded("steps: {shell: {reads: [/usr/bin/df]}}").config());

    assertThat(shell.hindrance(df)).isEmpty();
    assertThat(shell.effect(df).readsOnly()).isTrue();
  }

  @Test
  void a_runbook_whose_programs_only_look_may_start_by_itself() {
    var auto = DISK + "on: {alert: {match: {alertname: disk}, mode: auto}}\n";

    assertThat(read("steps: {shell: {reads: [/usr/bin/df]}}", auto))
        .isInstanceOf(Outcome.Loaded.class);
    assertThat(read("steps: {shell: {allow: [/usr/bin/df]}}", auto))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void the_doctor_names_the_step_and_what_to_do() {
    var off = loaded("").config();
    var on = loaded("steps: {shell: {reads: [/usr/bin/df]}}").config();

    assertThat(new StepsCheck(() -> off).look())
        .extracting(Finding::what)
        .containsExactly("disk, step Look: " + OFF + ".");
    assertThat(new StepsCheck(() -> on).look())
        .isEqualTo(
            List.of(
                Finding.fine(
                    "Runbooks", "1 runbook of your own; nothing keeps their steps from running.")));
  }

  private static Outcome.Loaded loaded(String steps) {
    var outcome = read(steps, DISK);
    assertThat(outcome).as(outcome.toString()).isInstanceOf(Outcome.Loaded.class);
    return (Outcome.Loaded) outcome;
  }

  private static Outcome read(String steps, String runbook) {
    return Configs.loader()
        .read(
            new ConfigFiles(
                "", Map.of("muster.yaml", Configs.SMALL + steps, "runbooks/disk.yaml", runbook)));
  }
}
