package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
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
        .extracting(target -> target.targets().respond())
        .containsExactly(
            Optional.of(new Deadline.Within(Duration.ofMinutes(90))),
            Optional.of(new Deadline.NextBusinessDay()));
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

    assertThat(config.integration("alertmanager", "s3cr3t-value", NOW).orElseThrow().name())
        .isEqualTo("prometheus");
    assertThat(config.integration("alertmanager", "new", NOW)).isPresent();
    assertThat(config.integration("sns", "s3cr3t-value", NOW).orElseThrow().name())
        .isEqualTo("cloudwatch");
    assertThat(config.integration("alertmanager", "other", NOW)).isEmpty();
  }

  @Test
  void an_old_key_is_refused_from_its_end_on() {
    var config =
        Configs.with(
            ROUTES
                + """
                integrations:
                  prometheus:
                    source: alertmanager
                    key:
                      - "${env:ALERTMANAGER_KEY}"
                      - {secret: "${env:OLD:-old}", until: 2026-12-01T00:00}
                """);

    var end = Instant.parse("2026-11-30T21:00:00Z");
    assertThat(config.integration("alertmanager", "old", end.minusNanos(1))).isPresent();
    assertThat(config.integration("alertmanager", "old", end)).isEmpty();
    assertThat(config.integration("alertmanager", "s3cr3t-value", end)).isPresent();
  }

  @Test
  void an_integration_says_what_its_senders_words_mean() {
    var config =
        Configs.with(
            ROUTES
                + """
                integrations:
                  zabbix: {source: sns, key: "${env:SNS_KEY}", severities: {P0: critical}}
                """);

    assertThat(config.integrations().getFirst().integration().words())
        .isEqualTo(Map.of("P0", CanonicalSeverity.CRITICAL));
  }

  @Test
  void groups_mailboxes_and_the_channel_of_notices_are_kept() {
    var config =
        Configs.with(
            ROUTES
                + """
                groups: {engineering: [devops]}
                mailboxes: {ops: ops@learnhub.example}
                notices: alerts
                """);

    assertThat(config.groups()).isEqualTo(Map.of("engineering", List.of(new PersonId("devops"))));
    assertThat(config.mailboxes()).isEqualTo(Map.of("ops", "ops@learnhub.example"));
    assertThat(config.notices()).isEqualTo("alerts");
    assertThat(Configs.with(ROUTES).notices()).isEqualTo("incidents");
  }

  @Test
  void reactions_to_the_timeline_are_a_pushpin_and_a_stopwatch_unless_named() {
    assertThat(Configs.with(ROUTES).timelineReactions()).containsExactly("pushpin", "stopwatch");
    assertThat(Configs.with(ROUTES + "reactions: {timeline: [memo, \"+1\"]}\n").timelineReactions())
        .containsExactly("memo", "+1");
    assertThat(Configs.with(ROUTES + "reactions: {timeline: []}\n").timelineReactions()).isEmpty();
  }

  @Test
  void schedules_follow_the_clock_of_the_team_unless_they_name_another() {
    var config =
        Configs.with(
            ROUTES
                + """
                schedules:
                  primary:
                    layers:
                      - {rotation: [devops], every: 1 week, start: 2024-12-02T00:00, priority: 1}
                      - {rotation: [devops, devops], every: 12 hours, start: 2024-12-02}
                  ireland:
                    timezone: Europe/Dublin
                    layers: [{rotation: [devops], every: 2 months, start: 2024-12-02T09:00}]
                """);

    var week = new Rotation(new Turn(1, Turn.Unit.WEEK), LocalDateTime.parse("2024-12-02T00:00"));
    var half = new Rotation(new Turn(12, Turn.Unit.HOUR), LocalDateTime.parse("2024-12-02T00:00"));
    var months =
        new Rotation(new Turn(2, Turn.Unit.MONTH), LocalDateTime.parse("2024-12-02T09:00"));
    var devops = new PersonId("devops");
    assertThat(config.schedules())
        .containsExactly(
            new Schedule(
                "primary",
                ZoneId.of("Africa/Nairobi"),
                List.of(
                    new Layer(week, List.of(devops), 1),
                    new Layer(half, List.of(devops, devops), 0))),
            new Schedule(
                "ireland",
                ZoneId.of("Europe/Dublin"),
                List.of(new Layer(months, List.of(devops), 0))));
  }

  @Test
  void business_hours_know_the_holidays_of_a_calendar() {
    var calendar =
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        SUMMARY:Jamhuri Day, a name so long that it goes
          on here
        DTSTART;VALUE=DATE:20241212
        RRULE:FREQ=YEARLY
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20250331
        DTEND;VALUE=DATE:20250402
        END:VEVENT
        END:VCALENDAR
        """;

    var hours =
        Configs.with(
                ROUTES
                    + "businessHours: {days: [mon, Thursday], from: \"07:30\", holidays: ke.ics}\n",
                Map.of("ke.ics", calendar.replace("\n", "\r\n")))
            .businessHours();

    assertThat(hours.days()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
    assertThat(hours.from()).isEqualTo(LocalTime.of(7, 30));
    assertThat(hours.to()).isEqualTo(LocalTime.of(17, 0));
    assertThat(hours.holidays())
        .contains(
            LocalDate.of(2024, 12, 12),
            LocalDate.of(2026, 12, 12),
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 4, 1))
        .doesNotContain(LocalDate.of(2025, 4, 2), LocalDate.of(2026, 3, 31));
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

  @Test
  void slash_commands_have_other_names_in_slack_or_none() {
    var config =
        Configs.with(ROUTES + "slack: {commands: {muster: bot, incident: inc, alert: false}}\n");
    assertThat(config.slackCommands().called("incident")).contains("inc");
    assertThat(config.slackCommands().called("oncall")).contains("oncall");
    assertThat(config.slackCommands().called("alert")).isEmpty();
    assertThat(config.slackCommands().meant("/bot")).isEqualTo("/muster");
  }
}
