package dev.muster.bot.endtoend;

import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A team with one channel in Slack, and one for notices in the built-in chat only. */
record SlackTeam(FakeSlack slack, Place incidents, String database, Path home) {

  private static final String CONFIGURATION =
      """
      apiVersion: muster/v1
      name: LearnHub Kenya
      timezone: Africa/Nairobi
      people:
        devops: {name: DevOps Engineer, slack: U01AAAA, roles: [responder]}
      roles:
        responder: ["incident:*", "alert:*"]
      channels:
        incidents: {slack: %s}
        ops: {}
      notices: ops
      integrations:
        prometheus: {source: alertmanager, key: "${env:ALERTMANAGER_KEY}"}
      routes:
        - {name: everything, incident: {channel: incidents, groupBy: [service]}}
      """;

  private static final String ALERT =
      """
      {"version": "4", "status": "firing", "groupKey": "{}:{service=\\"%1$s\\"}",
       "alerts": [{"status": "firing", "startsAt": "2026-11-21T05:20:00Z",
         "labels": {"alertname": "service_down", "service": "%1$s", "severity": "critical"}}]}
      """;

  static SlackTeam of(FakeSlack slack, Path home) throws IOException {
    return of(slack, home, CONFIGURATION);
  }

  /** With a configuration in which the channel's id is left open. */
  static SlackTeam of(FakeSlack slack, Path home, String configuration) throws IOException {
    var incidents = slack.channel("incidents");
    Files.writeString(home.resolve("muster.yaml"), configuration.formatted(incidents.id()));
    return new SlackTeam(slack, incidents, TestPostgres.newMusterDatabase(), home);
  }

  /** What a replica is started with. */
  Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL",
        database,
        "MUSTER_HOME",
        home.toString(),
        "BIND",
        "127.0.0.1",
        "ALERTMANAGER_KEY",
        "demo",
        "MUSTER_API_TOKEN",
        "demo",
        "SLACK_BOT_TOKEN",
        slack.tokens().bot().secret(),
        "SLACK_SIGNING_SECRET",
        slack.signingSecret(),
        "SLACK_API_URL",
        slack.apiUrl());
  }

  /** An incident of the service begins. */
  static void alert(MusterProcess muster, String service) {
    var answer = MusterApi.of(muster).alert(ALERT.formatted(service));
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer + ": " + answer.body());
    }
  }

  Sql sql() {
    return new Sql(database);
  }
}
