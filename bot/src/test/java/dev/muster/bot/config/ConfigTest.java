package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.bot.config.SeverityTarget.Response;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static final String ROUTES = "routes: [{notify: [\"channel:alerts\"]}]\n";

  @Test
  void a_person_keeps_contacts_and_a_time_zone_of_their_own() {
    var config =
        Configs.accepted(
            """
            apiVersion: muster/v1
            name: LearnHub Kenya
            timezone: Africa/Nairobi
            people:
              backend: {name: Backend Engineer, slack: U01BBBB, timezone: Europe/Dublin}
              devops: {name: DevOps Engineer, discord: "2101", phone: "+254700000001"}
            channels: {alerts: {slack: C02ALERTS}}
            """
                + ROUTES);

    assertThat(config.directory().people())
        .extracting(Person::id, Person::zone)
        .containsExactly(
            tuple(new PersonId("backend"), ZoneId.of("Europe/Dublin")),
            tuple(new PersonId("devops"), ZoneId.of("Africa/Nairobi")));
    assertThat(config.contacts().get(new PersonId("devops")))
        .isEqualTo(Map.of("discord", "2101", "phone", "+254700000001"));
    assertThat(config.channels())
        .containsExactly(new Channel("alerts", Map.of("slack", "C02ALERTS")));
  }

  @Test
  void a_role_grants_its_rights() {
    var directory = Configs.with(ROUTES).directory();
    var devops = directory.find(new PersonId("devops")).orElseThrow();

    assertThat(directory.allows(devops, Right.parse("incident:act"))).isTrue();
    assertThat(directory.allows(devops, Right.parse("alert:act"))).isFalse();
  }

  @Test
  void without_severities_the_canonical_ones_stand() {
    var scale = Configs.with(ROUTES).routing().scale();

    assertThat(scale.levels())
        .extracting("name")
        .containsExactly("critical", "high", "medium", "low");
    assertThat(scale.of(CanonicalSeverity.INFO).name()).isEqualTo("low");
  }

  @Test
  void a_severity_looks_like_the_worst_that_it_takes() {
    var config =
        Configs.with(
            ROUTES
                + """
                severities:
                  - {name: P1, from: [high, critical], respond: 1h 30m}
                  - {name: P2, from: low, respond: next-business-day, criteria: can wait}
                """);

    assertThat(config.routing().scale().levels())
        .extracting("level")
        .containsExactly(CanonicalSeverity.CRITICAL, CanonicalSeverity.LOW);
    assertThat(config.severities())
        .extracting(SeverityTarget::respond)
        .containsExactly(
            Optional.of(new Response.Within(Duration.ofMinutes(90))),
            Optional.of(new Response.NextBusinessDay()));
  }

  @Test
  void while_a_key_is_changed_both_are_accepted() {
    var config =
        Configs.with(
            ROUTES
                + """
                integrations:
                  prometheus:
                    source: alertmanager
                    key: ["${env:ALERTMANAGER_KEY}", "${env:NEW:-new}"]
                    severity: high
                  cloudwatch: {source: sns, key: "${env:ALERTMANAGER_KEY}"}
                """);

    assertThat(config.integration("alertmanager", "s3cr3t-value").orElseThrow().name())
        .isEqualTo("prometheus");
    assertThat(config.integration("alertmanager", "new")).isPresent();
    assertThat(config.integration("sns", "s3cr3t-value").orElseThrow().name())
        .isEqualTo("cloudwatch");
    assertThat(config.integration("alertmanager", "other")).isEmpty();
  }

  @Test
  void the_whole_configuration_prints_without_its_secrets() {
    var config =
        Configs.with(ROUTES + "integrations: {p: {source: sns, key: \"${env:SNS_KEY}\"}}\n");

    assertThat(config.toString()).contains("***").doesNotContain("s3cr3t");
  }

  @Test
  void anchors_byte_order_marks_and_windows_line_ends_are_taken() {
    var text =
        """
        \uFEFFapiVersion: muster/v1
        name: LearnHub Kenya
        timezone: Africa/Nairobi
        people:
          devops: {name: &same DevOps}
          backend: {name: *same}
        channels: {alerts: {}}
        """
            + ROUTES;

    assertThat(Configs.accepted(text.replace("\n", "\r\n")).directory().people())
        .extracting(Person::name)
        .containsExactly("DevOps", "DevOps");
  }
}
