package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.bot.Muster;
import dev.muster.bot.Settings;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.bot.config.current.FolderSource;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.sources.Sources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of an Alertmanager come in at the front door, and evidence stands in the thread. */
class RunbookTriggersIT {

  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String THREAD =
      "select message ->> 'fallback' from chat_message where thread is not null order by id";
  private static final String EVIDENCE =
      """
      apiVersion: muster/v1
      runbook: evidence
      title: Gather evidence
      reviewed: 2026-11-01
      on:
        alert: {match: {alertname: service_down}, mode: auto}
        throttle: {onceWithin: 1h}
      steps:
        - {id: tell, uses: message, with: {text: "Evidence: ${{ alert.labels.service }} is ${{ alert.severity }} in incident ${{ incident.number }}"}}
      """;
  private static final String SUGGESTED =
      """
      apiVersion: muster/v1
      runbook: look-closer
      title: Look closer
      reviewed: 2026-11-01
      on:
        alert: {match: {alertname: service_down}, inputs: {service: "${{ alert.labels.service }}"}}
      inputs:
        service: {type: string}
      steps:
        - {id: tell, uses: message, with: {text: "Looked at ${{ inputs.service }} for ${{ alert.name }}"}}
      """;

  @TempDir Path folder;

  private final String database = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(database);

  @Test
  void an_alert_starts_one_runbook_and_suggests_another_whose_button_works() throws IOException {
    try (var muster = muster()) {
      var api = new MusterApi(URI.create(muster.url()));
      assertThat(api.alert(firing(0, 1)).statusCode()).isEqualTo(202);

      await().atMost(PATIENCE).until(() -> said("Evidence: api0 is critical in incident 1"));
      await().atMost(PATIENCE).until(() -> said("A runbook for service_down: Look closer"));
      assertThat(sql.column(THREAD))
          .anySatisfy(it ->
              assertThat(it)
                  .startsWith(
                      "▶ Gather evidence runs by itself, since service_down fires: run 1."));
      assertThat(sql.one("select requester from run")).startsWith("alert:");

      api.command("devops", button("A runbook for%"));
      await().atMost(PATIENCE).until(() -> sql.column(RUNS).size() == 2);
      assertThat(sql.one("select origin ->> 'inputs' from run order by id desc")).contains("api0");

      await().atMost(PATIENCE).until(() -> sql.column(BUTTON.formatted("CRITICAL%")).size() == 1);
      api.command("devops", button("CRITICAL%"));
      await().atMost(PATIENCE).until(() -> sql.column(RUNS).size() == 3);
      assertThat(sql.one("select origin ->> 'inputs' from run order by id desc")).contains("api0");
      assertThat(sql.one("select incident_id from run order by id desc")).isEqualTo("1");
    }
  }

  @Test
  void a_thousand_alerts_start_it_once_and_none_is_lost() throws IOException {
    try (var muster = muster()) {
      var api = new MusterApi(URI.create(muster.url()));
      for (var group = 0; group < 20; group++) {
        assertThat(api.alert(firing(group * 50, 50)).statusCode()).isEqualTo(202);
      }

      await().atMost(PATIENCE.multipliedBy(2)).until(() -> sql.one(UNDECIDED).equals("0"));
      assertThat(sql.one("select count(*) from alert")).isEqualTo("1000");
      assertThat(sql.column(RUNS)).hasSize(1);
      assertThat(sql.one("select held_back from runbook_start")).isEqualTo("999");
    }
  }

  private static final String RUNS = "select id from run";
  private static final String UNDECIDED =
      "select count(*) from scheduled_run where task_name = 'fired-alert'";

  private boolean said(String text) {
    return sql.column(THREAD).contains(text);
  }

  private static final String BUTTON =
      """
      select button ->> 'command' from chat_message,
          jsonb_path_query(message, '$.blocks[*].buttons[*]') as button
      where message ->> 'fallback' like '%s' and button ->> 'command' like '/runbook run%%'
      """;

  /** What the button of a runbook carries. */
  private String button(String message) {
    return sql.one(BUTTON.formatted(message));
  }

  private Muster muster() throws IOException {
    for (var file : List.of("muster.yaml", "holidays-ke.ics")) {
      write(file, Files.readString(SAMPLE.resolve(file)));
    }
    write("runbooks/evidence.yaml", EVIDENCE);
    write("runbooks/look-closer.yaml", SUGGESTED);
    var settings =
        Settings.from(
            Map.of(
                "DATABASE_URL", database,
                "MUSTER_HOME", folder.toString(),
                "MUSTER_API_TOKEN", "demo",
                "BIND", "127.0.0.1",
                "PORT", "0"));
    var loader =
        new ConfigLoader(
            Set.copyOf(Sources.names()), StepKinds.all(), _ -> null, InstantSource.system());
    var source = new FolderSource(loader, settings.home(), settings.isLoopback());
    return switch (source.own()) {
      case Outcome.Loaded(var config, _, _) ->
          Muster.start(settings, source, new CurrentConfig(config));
      case Outcome.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Each of a service of its own, and so of an incident of its own. */
  private static String firing(int first, int many) {
    return IntStream.range(first, first + many)
        .mapToObj(i ->
            """
            {"status": "firing", "startsAt": "2026-11-21T05:20:00Z", "labels": {"alertname":
             "service_down", "service": "api%d", "severity": "critical"}, "annotations": {}}
            """
                .formatted(i))
        .collect(
            Collectors.joining(
                ",",
                "{\"version\": \"4\", \"status\": \"firing\", \"groupKey\": \"g\", \"alerts\": [",
                "]}"));
  }
}
