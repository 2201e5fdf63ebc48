package dev.muster.integrations.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What people type is a value wherever it goes, however much it looks like something else. */
class HostileInputsTest {

  private static final String ECHO =
      """
      apiVersion: muster/v1
      runbook: echo
      title: Echo
      owner: platform
      purpose: Hands on what was typed.
      inputs: {said: {type: string}, url: {type: string}, databaseUrl: {type: secret, from: APP_DATABASE_URL}}
      steps:
        - {id: row, uses: postgres/query, with: {url: "${{ inputs.databaseUrl }}", sql: "select ? as said", args: ["${{ inputs.said }}"]}}
        - {id: program, uses: shell, with: {command: /usr/bin/printenv, args: [SAID], env: {SAID: "${{ inputs.said }}"}}}
        - {id: sent, uses: http, with: {method: POST, url: "${{ inputs.url }}", json: {said: "${{ inputs.said }}"}}}
      """;

  @TempDir private Path files;
  private Targets targets;
  private Player player;

  @BeforeEach
  void open() {
    targets = new Targets(files);
    player = new Player(files, targets.secrets).knows("echo", ECHO);
  }

  @AfterEach
  void close() throws Exception {
    player.close();
    targets.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's \"quoted\" and `ticked`",
        "$(touch /tmp/owned); rm -rf ~ | cat && true",
        "'; drop table stock; --",
        "a\nb\r\nc",
        "${{ inputs.databaseUrl }} ${env:PATH} {$.path}",
        "\\u0022 %s %n \\",
      })
  void arrive_as_they_were_typed(String said) throws Exception {
    var run =
        player.play(
            "echo", Map.of("said", said, "url", targets.http.url("/json")), Mode.REAL, _ -> {});

    assertThat(run.hasSucceeded()).as(player.said(run)).isTrue();
    assertThat(Seen.result(run, "row")).containsEntry("value", said);
    assertThat(Seen.result(run, "program")).containsEntry("output", said.replace("\r", ""));
    var body = targets.http.requests().getLast().replaceAll("(?s)^.*?(\\{)", "$1");
    assertThat(JsonMapper.shared().readTree(body).get("said").asString()).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content; drop table content",
        "content\n--",
        "\"content\"",
        "content where 1=1",
        ""
      })
  void are_no_name_of_a_table(String table) {
    assertThatThrownBy(() -> deleted(table)).hasMessageContaining("table");
  }

  @Test
  void nor_is_a_pattern_of_everything_one_of_keys() throws Exception {
    targets.redis.fill(10);

    assertThatThrownBy(() -> player.play("clear-cache", Map.of("pattern", "*"), Mode.REAL, _ -> {}))
        .hasMessageContaining("pattern");
    try (var redis = targets.redis.connect()) {
      assertThat(redis.dbSize()).isEqualTo(11);
    }
  }

  private Run deleted(String table) throws InterruptedException {
    var inputs = Map.of("table", table, "since", "2026-11-20 00:00");
    return player.play("deleted-rows", inputs, Mode.REAL, _ -> {});
  }
}
