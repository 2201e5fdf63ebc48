package dev.muster.commands.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentTest {

  private static final Severity LOW = new Severity("P4", CanonicalSeverity.LOW);

  @Test
  void each_change_has_a_higher_version() {
    var incident = TestIncidents.about(1, "t");

    assertThat(incident.joinedBy(LOW, Optional.empty()).version()).isEqualTo(2);
    assertThat(incident.joinedBy(LOW, Optional.empty()).recovered().version()).isEqualTo(3);
  }

  @Test
  void a_milder_alert_does_not_soften_an_incident() {
    assertThat(TestIncidents.triggered(1).joinedBy(LOW, Optional.empty()).severity())
        .isEqualTo(TestIncidents.CRITICAL);
  }

  @Test
  void an_incident_of_very_many_services_names_some_of_them() {
    var incident =
        IntStream.range(0, 500)
            .boxed()
            .reduce(
                TestIncidents.triggered(1),
                (sum, i) -> sum.joinedBy(LOW, Optional.of("service-" + i)),
                (a, b) -> b);

    assertThat(incident.headline().services()).hasSize(50);
    assertThat(incident.alerts().total()).isEqualTo(501);
  }

  @Test
  void more_recoveries_than_alerts_leave_none_firing() {
    assertThat(TestIncidents.triggered(1).recovered().recovered().alerts().firing()).isZero();
  }

  @Test
  void a_number_is_read_as_it_is_said() {
    assertThat(IncidentId.parse("1042")).contains(new IncidentId(1042));
    assertThat(IncidentId.parse(new IncidentId(1042).toString())).contains(new IncidentId(1042));
    assertThat(IncidentId.parse("##1042")).isEmpty();
  }
}
