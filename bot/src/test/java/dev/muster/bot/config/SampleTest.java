package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.commands.alert.Recipient;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.runbooks.trigger.AlertFacts;
import dev.muster.runbooks.trigger.AlertRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** LearnHub's sample says what the team's document says. */
class SampleTest {

  private final Config config = config();

  @Test
  void every_rule_has_a_route_that_agrees_with_it_on_how_bad_it_is() throws IOException {
    for (var rule : SampleRules.read()) {
      var route = config.routing().routeFor(rule.labels());

      assertThat(route.flatMap(Route::severity).map(Severity::name))
          .as(rule.name())
          .contains(rule.severity());
      assertThat(route.flatMap(Route::channel)).as(rule.name()).contains(SampleRules.channel(rule));
    }
  }

  @Test
  void four_people_have_a_week_each_from_monday_midnight_in_nairobi() {
    var primary = config.schedules().getFirst();
    var weeks = new LayeredOnCall();

    assertThat(
            List.of(
                    "2024-12-01T21:00:00Z",
                    "2024-12-08T20:59:59Z",
                    "2024-12-08T21:00:00Z",
                    "2024-12-15T21:00:00Z",
                    "2024-12-22T21:00:00Z",
                    "2024-12-29T21:00:00Z")
                .stream()
                .map(at -> weeks.at(primary, Instant.parse(at)).getFirst().person().value()))
        .containsExactly("devops", "devops", "backend", "android-lead", "android-1", "devops");
  }

  /** At night, too, they want to know what is wrong with Muster. */
  @Test
  void operators_and_whoever_is_on_call_may_ask_the_doctor() {
    assertThat(config.directory().rolesWith(Right.parse("config:view")))
        .containsExactlyInAnyOrder("operator", "on-call", "admin");
  }

  @Test
  void there_is_always_somebody_else_who_may_break_the_glass() {
    var rule = config.plans().breakGlass().orElseThrow();
    assertThat(rule.after()).isEqualTo(Duration.ofMinutes(10));
    assertThat(rule.requester()).isFalse();
    for (var asker : config.directory().people()) {
      assertThat(config.directory().people())
          .as("besides %s", asker.name())
          .anyMatch(
              it -> !it.equals(asker) && it.roles().stream().anyMatch(rule.roles()::contains));
    }
  }

  @Test
  void nobody_ever_backs_themselves() {
    var onCall = new LayeredOnCall();
    for (var day = 0; day < 60; day++) {
      var at = Instant.parse("2026-11-21T10:00:00Z").plus(Duration.ofDays(day));
      assertThat(onCall.at(config.schedules().getFirst(), at).getFirst().person())
          .isNotEqualTo(onCall.at(config.schedules().getLast(), at).getFirst().person());
    }
  }

  @Test
  void answers_are_due_within_15_minutes_1_hour_4_hours_and_the_next_business_day() {
    assertThat(config.severities())
        .extracting(SeverityTarget::severity)
        .extracting(Severity::name)
        .containsExactly("critical", "high", "medium", "low");
    assertThat(config.severities())
        .extracting(target -> target.targets().respond())
        .containsExactly(
            Optional.of(new Deadline.Within(Duration.ofMinutes(15))),
            Optional.of(new Deadline.Within(Duration.ofHours(1))),
            Optional.of(new Deadline.Within(Duration.ofHours(4))),
            Optional.of(new Deadline.NextBusinessDay()));
  }

  @Test
  void nobody_has_to_answer_on_a_public_holiday() {
    assertThat(config.businessHours().isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
    assertThat(config.businessHours().isWorkingDay(LocalDate.of(2027, 3, 29))).isFalse();
    assertThat(config.businessHours().isWorkingDay(LocalDate.of(2026, 12, 28))).isTrue();
  }

  @Test
  void mailboxes_and_the_cto_hear_of_what_the_document_says() {
    assertThat(tells("service_down")).containsExactly(new Recipient.Mailbox("on-call"));
    assertThat(tells("database_down")).containsExactly(new Recipient.Somebody(new PersonId("cto")));
    assertThat(tells("high_cpu_usage")).containsExactly(new Recipient.Mailbox("ops"));
    assertThat(tells("disk_space_low")).containsExactly(new Recipient.Mailbox("ops"));
    assertThat(tells("slow_queries")).isEmpty();
  }

  @Test
  void what_has_a_runbook_suggests_it() {
    assertThat(suggested("database_down")).containsExactly("complete-outage");
    assertThat(suggested("slow_queries")).containsExactly("slow-queries");
    assertThat(suggested("memory_critical")).containsExactly("resources-high");
    assertThat(suggested("network_anomaly")).isEmpty();
  }

  private List<String> suggested(String name) {
    var labels = Map.of("alertname", name);
    var alert = new AlertFacts(1, name, "high", "", "", labels, Map.of(), "", Instant.EPOCH);
    return AlertRules.of(config.runbooks().all()).fits(alert).stream()
        .map(fit -> fit.runbook().name())
        .toList();
  }

  private List<Recipient> tells(String alert) {
    return config.routing().routeFor(Map.of("alertname", alert)).map(Route::tells).orElseThrow();
  }

  private static Config config() {
    var outcome = Configs.loader().load(Path.of("../runbooks/samples/learnhub"));
    if (outcome instanceof Loaded(var config, _, _)) {
      return config;
    }
    throw new AssertionError(outcome);
  }
}
