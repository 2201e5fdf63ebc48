package dev.muster.commands.incident.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.people.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an incident asks of people. */
class TeamTest {

  private static final Optional<Deadline> IN_5_MINUTES = within(5);
  private static final Optional<Deadline> IN_15_MINUTES = within(15);
  private static final Optional<Deadline> IN_AN_HOUR = within(60);

  private static final Incident INCIDENT = TestIncidents.triggered(1042);
  private static final Team TEAM =
      new Team(
          new Directory(List.of(), Map.of()),
          () ->
              List.of(
                  new SeverityTarget(
                      INCIDENT.severity(),
                      new Targets(IN_15_MINUTES, IN_AN_HOUR, Optional.empty()),
                      Optional.empty())),
          () ->
              List.of(
                  route("usual", Targets.NONE),
                  route(
                      "payments", new Targets(IN_5_MINUTES, Optional.empty(), Optional.empty()))));

  private static Optional<Deadline> within(int minutes) {
    return Optional.of(new Deadline.Within(Duration.ofMinutes(minutes)));
  }

  private static Route route(String name, Targets targets) {
    return new Route(
        name,
        List.of(),
        Optional.empty(),
        Optional.of("incidents"),
        List.of(),
        Route.DEFAULT_REOPEN_WITHIN,
        Map.of(),
        targets,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void the_route_is_asked_first_and_the_severity_where_it_is_silent() {
    assertThat(TEAM.targetsOf(INCIDENT.by("payments")))
        .isEqualTo(new Targets(IN_5_MINUTES, IN_AN_HOUR, Optional.empty()));
  }

  @Test
  void a_route_that_says_nothing_leaves_it_to_the_severity() {
    assertThat(TEAM.targetsOf(INCIDENT.by("usual")).respond()).isEqualTo(IN_15_MINUTES);
  }

  @Test
  void a_route_that_has_gone_leaves_it_to_the_severity() {
    assertThat(TEAM.targetsOf(INCIDENT.by("gone")).respond()).isEqualTo(IN_15_MINUTES);
  }

  @Test
  void what_a_person_declared_has_no_route() {
    assertThat(TEAM.targetsOf(INCIDENT).respond()).isEqualTo(IN_15_MINUTES);
  }
}
