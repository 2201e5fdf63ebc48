package dev.muster.commands.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.deadline.BusinessHours;
import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemindersTest {

  private static final Targets ASKED =
      new Targets(
          Optional.of(new Deadline.Within(Duration.ofMinutes(15))),
          Optional.of(new Deadline.Within(Duration.ofHours(1))),
          Optional.of(Duration.ofMinutes(30)));
  private static final Change BY_DEVOPS = new Change(TestClock.minute(2), Actor.of(People.DEVOPS));
  private static final Reminders.History NEW =
      new Reminders.History(TestClock.START, Optional.empty());

  private final Incident triggered = TestIncidents.triggered(1042);
  private final Incident acknowledged =
      triggered.to(new IncidentState.Triggered().acknowledge(BY_DEVOPS));

  private static List<Reminder> of(Incident incident, Reminders.History history) {
    var hours = BusinessHours.usual(ZoneId.of("Africa/Nairobi"));
    return new Reminders(_ -> ASKED, () -> hours).of(incident, history);
  }

  @Test
  void what_nobody_has_is_reminded_of_all_three() {
    assertThat(of(triggered, NEW))
        .extracting(Reminder::due)
        .containsExactly(TestClock.minute(15), TestClock.minute(60), TestClock.minute(30));
  }

  @Test
  void what_somebody_has_needs_no_answer() {
    assertThat(of(acknowledged, NEW))
        .extracting(Reminder::due)
        .containsExactly(TestClock.minute(60), TestClock.minute(30));
  }

  @Test
  void what_is_over_is_left_alone() {
    var over = acknowledged.to(((IncidentState.Open) acknowledged.state()).resolve(BY_DEVOPS));

    assertThat(of(over, NEW)).isEmpty();
  }

  @Test
  void a_promise_comes_before_the_target() {
    var details = acknowledged.details();
    var promised =
        acknowledged.with(
            details.with(details.times().withNextUpdate(Optional.of(TestClock.minute(7)))));

    assertThat(of(promised, NEW))
        .extracting(Reminder::due)
        .containsExactly(TestClock.minute(60), TestClock.minute(7));
  }

  @Test
  void the_next_update_counts_from_the_last_and_all_from_the_last_beginning() {
    var history = new Reminders.History(TestClock.minute(100), Optional.of(TestClock.minute(110)));

    assertThat(of(triggered, history))
        .extracting(Reminder::due)
        .containsExactly(TestClock.minute(115), TestClock.minute(160), TestClock.minute(140));
  }

  @Test
  void it_says_what_has_passed_and_what_to_type() {
    assertThat(of(acknowledged, NEW).getFirst().reply(acknowledged).message().fallback())
        .isEqualTo(
            "It was to be resolved within 1 h. DevOps Engineer has it. Say how it stands:"
                + " /incident update 1042 …");
    assertThat(of(triggered, NEW).getFirst().reply(triggered).message().fallback())
        .isEqualTo("Nobody has acknowledged it within 15 min. /incident ack 1042");
  }
}
