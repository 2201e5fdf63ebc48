package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A runbook is given a secret, and all that it talks to gives it away: in answers, headers, errors,
 * results and a line of 100 MB. It is found nowhere that Muster keeps, shows or says anything.
 */
class RedactionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Planted PLANTED = new Planted("Zx9/+\"q~k7%w&5vPm=T2\\hJ4");

  private static final String TEAM =
      """
      apiVersion: muster/v1
      name: Shop
      timezone: Africa/Nairobi
      people:
        devops: {name: DevOps Engineer, slack: U01AAAA, roles: [everything]}
      roles: {everything: ["*"]}
      channels: {incidents: {slack: %%s}, ops: {}}
      notices: ops
      integrations:
        prometheus: {source: alertmanager, key: "${env:ALERTMANAGER_KEY}"}
      routes: [{incident: {channel: incidents, groupBy: [service]}}]
      secrets: {allow: [PLANTED, GOSSIP_URL, OWN_DATABASE]}
      steps:
        http: {allow: [127.0.0.1]}
        shell: {allow: [%s]}
      """;

  private static final String RUNBOOK =
      """
      apiVersion: muster/v1
      runbook: leak
      title: Leaks
      reviewed: 2026-11-22
      inputs:
        token: {type: secret, from: PLANTED}
        url: {type: secret, from: GOSSIP_URL}
        database: {type: secret, from: OWN_DATABASE}
      steps:
        - id: told
          uses: http
          with: {method: POST, url: "${{ inputs.url }}", headers: {X-Token: "${{ inputs.token }}"}, json: {token: "${{ inputs.token }}"}}
          outputs: {plain: result.body.plain, json: result.body.json, all: result.body}
        - {id: expected, uses: http, with: {url: "${{ inputs.url }}"}, expect: "result.body.plain == 'else'", onFailure: continue}
      %s
        - {id: address, uses: http, with: {url: "http://me:${{ inputs.token }}@127.0.0.1/"}, onFailure: continue}
        - {id: header, uses: http, with: {url: "${{ inputs.url }}", headers: {X-Token: "${{ inputs.token }}\\n"}}, onFailure: continue}
        - {id: number, uses: postgres/query, with: {url: "${{ inputs.database }}", sql: "select cast(? as int)", args: ["${{ inputs.token }}"]}, onFailure: continue}
        - {id: raised, uses: postgres/query, with: {url: "${{ inputs.database }}", sql: "select '${{ inputs.token }} is no name' from nowhere"}, onFailure: continue}
        - {id: rows, uses: postgres/query, with: {url: "${{ inputs.database }}", sql: "select ? as plain, encode(convert_to('u:' || ?, 'UTF8'), 'base64') as digits", args: ["${{ inputs.token }}", "${{ inputs.token }}"]}}
        - {id: away, uses: postgres/query, with: {url: "postgresql://app:${{ inputs.token }}@127.0.0.1:1/x", sql: select 1}, onFailure: continue}
        - {id: nonsense, uses: postgres/query, with: {url: "postgres//${{ inputs.token }}", sql: select 1}, onFailure: continue}
        - {id: redis, uses: redis/info, with: {url: "redis://:${{ inputs.token }}@127.0.0.1:1/0"}, onFailure: continue}
        - {id: failed, uses: shell, with: {command: %s, args: [badly], env: {TOKEN: "${{ inputs.token }}"}}, onFailure: continue}
        - {id: lines, uses: shell, with: {command: %s, args: [well], env: {TOKEN: "${{ inputs.token }}"}}}
        - {id: sure, uses: confirm, with: {message: "Was all of it told?"}}
      """;

  private static final String PROGRAM =
      """
      #!/bin/sh
      env
      printf '%s' "$TOKEN" | base64
      printf 'user:%s' "$TOKEN" | base64
      if [ "$1" = badly ]; then
        echo "it cannot be done with $TOKEN" >&2
        exit 3
      fi
      # Wherever the line is cut, it is cut through the secret, or beside.
      (yes "$TOKEN" | tr -d '\\n' | head -c 1000000
        head -c 99000000 /dev/zero | tr '\\0' 'x'
        printf '%s' "$TOKEN")
      """;

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private final FakeSlack slack = FakeSlack.start();
  private final Place incidents = slack.channel("incidents").with("U01AAAA");
  private final Gossip gossip = Gossip.of(PLANTED);

  /** Nobody takes what is said in Slack: it is searched. */
  @AfterEach
  void close() {
    gossip.close();
    try {
      slack.close();
    } catch (AssertionError untaken) {
      assertThat(untaken).hasMessageStartingWith("Slack did not expect this");
    }
  }

  @Test
  void a_secret_is_found_nowhere() throws IOException {
    var program = program();
    Files.writeString(
        Files.createDirectory(folder.resolve("runbooks")).resolve("leak.yaml"),
        RUNBOOK.formatted(failing(), program, program));
    var team = SlackTeam.of(slack, folder, TEAM.formatted(program));
    var muster = musters.start(environment(team));
    var api = MusterApi.of(muster);

    leak(muster);
    await().atMost(PATIENCE).until(() -> asks(team));
    api.command("devops", "/runbook confirm 1");
    await().atMost(PATIENCE).until(() -> !asks(team));

    assertThat(gossip.heard()).isPositive();
    var told = told(muster, api, team);
    assertThat(told.get("the table run_log")).contains("it cannot be done with •••");
    told.forEach((where, text) -> assertThat(PLANTED.in(text)).as(where).isEmpty());
  }

  /** From the thread of an incident, in which the run says what becomes of it. */
  private void leak(MusterProcess muster) {
    var way = slack.http(muster.url().resolve("/slack/events"));
    assertThat(way.isVerified()).isTrue();
    SlackTeam.alert(muster, "api");
    var post = incidents.takeMessage("service_down").anyNumberOfEdits();
    var devops = slack.user("U01AAAA");
    devops.events().mentionIn(incidents, post.ts(), "runbook run leak");
    devops.on(devops.takeEphemeral("Leaks")).press("Run");
  }

  private Map<String, String> told(MusterProcess muster, MusterApi api, SlackTeam team) {
    var told = new LinkedHashMap<String, String>();
    told.put("what Muster printed", muster.output());
    told.put("the metrics", api.ask("/metrics").body());
    told.put("what it said in Slack", slack.entries().toString());
    for (var command : new String[] {"status 1", "log 1", "plan leak", "show leak"}) {
      told.put("/runbook " + command, api.command("devops", "/runbook " + command).encode());
    }
    var sql = team.sql();
    var tables =
        sql.column(
            "select quote_ident(relname) from pg_class where relkind = 'r' and relnamespace ="
                + " 'public'::regnamespace");
    assertThat(tables).contains("run_log", "run_step", "audit_entry_default", "chat_message");
    for (var table : tables) {
      var rows = sql.column("select t::text from only %s t".formatted(table));
      told.put("the table " + table, String.join("\n", rows));
    }
    return told;
  }

  private boolean asks(SlackTeam team) {
    return !team.sql().column("select id from run where state = 'asking'").isEmpty();
  }

  private Map<String, String> environment(SlackTeam team) {
    var all = new HashMap<>(team.environment());
    all.put("PLANTED", PLANTED.secret());
    all.put("GOSSIP_URL", gossip.url() + "/told?token=" + PLANTED.encoded());
    all.put("OWN_DATABASE", address(team.database()));
    return all;
  }

  /** As people write it. */
  private static String address(String jdbc) {
    return jdbc.replaceFirst(
        "jdbc:postgresql://([^?]+)\\?user=([^&]+)&password=(.*)", "postgresql://$2:$3@$1");
  }

  private String failing() {
    return IntStream.range(0, 20)
        .mapToObj(i ->
            "  - {id: failed%d, uses: http, with: {url: \"%s/failed%d\"}, onFailure: continue}"
                .formatted(i, gossip.url(), i))
        .collect(Collectors.joining("\n"));
  }

  private Path program() throws IOException {
    var program = folder.resolve("leak.sh");
    Files.writeString(program, PROGRAM);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }
}
