package dev.muster.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Configs;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfiguredOwnPlansTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");
  private static final PersonId DEVOPS = new PersonId("devops");

  private final ConfiguredOwnPlans plans =
      new ConfiguredOwnPlans(
          () ->
              Configs.with(
                  """
                  groups: {sre: [devops]}
                  schedules:
                    primary:
                      layers: [{rotation: [devops], every: 1 week, start: 2024-12-02T00:00}]
                  routes:
                    - {name: quiet, match: {a: b}, incident: {channel: alerts}}
                    - name: own
                      incident:
                        channel: incidents
                        own:
                          name: "{date}-{number}"
                          invite: ["group:sre", "schedule:primary", "person:devops"]
                  """),
          new LayeredOnCall(),
          Optional.of("https://muster.example.com/"),
          () -> NOW);

  private static Incident declared(String channel) {
    var severity = new Severity("high", CanonicalSeverity.HIGH);
    return Incident.declare(new IncidentId(7), channel, Headline.of("cpu"), severity, NOW);
  }

  @Test
  void an_incident_of_a_route_goes_as_that_says() {
    assertThat(plans.of(declared("alerts").by("own"))).isPresent();
    assertThat(plans.of(declared("incidents").by("quiet"))).isEmpty();
    assertThat(plans.of(declared("incidents").by("gone"))).isEmpty();
  }

  @Test
  void what_somebody_declares_goes_as_the_first_route_of_its_channel() {
    assertThat(plans.of(declared("incidents"))).isPresent();
    assertThat(plans.of(declared("alerts"))).isEmpty();
    assertThat(plans.of(declared("elsewhere"))).isEmpty();
  }

  @Test
  void everybody_is_invited_once_and_days_are_those_of_the_team() {
    var incident = declared("incidents");

    var plan = plans.of(incident).orElseThrow();

    assertThat(plan.invited()).containsExactly(DEVOPS);
    assertThat(plan).extracting(it -> it.nameOf(incident)).isEqualTo("2026-11-22-7");
    assertThat(plans.page(incident)).contains("https://muster.example.com/incidents/7");
  }
}
