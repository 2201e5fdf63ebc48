package dev.muster.commands.incident.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two people who fill in a form at once, the second is told instead of undoing the first. */
class OvertakenTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
  }

  private Incident incident() {
    return channel.incidents.get(1042);
  }

  private static String saw(String field, String text) {
    return " form-saw:" + field + "=" + Stamps.of(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          severity 1042 high          | severity 1042 low           | severity       | Critical | Severity of #1042 was changed meanwhile, to: High.
          assign 1042 backend         | assign 1042 cto             | assignee       | ''       | Who has #1042 was changed meanwhile, to: Backend Engineer.
          assign 1042 backend         | assign 1042 me              | assignee       | ''       | Who has #1042 was changed meanwhile, to: Backend Engineer.
          role 1042 commander backend | role 1042 commander cto     | role-commander | ''       | Incident commander of #1042 was changed meanwhile, to: Backend Engineer.
          role 1042 scribe backend    | role 1042 scribe nobody     | role-scribe    | cto      | Scribe of #1042 was changed meanwhile, to: Backend Engineer.
          """)
  void who_comes_second_is_told_and_changes_nothing(
      String first, String second, String field, String seen, String told) {
    channel.say(People.BACKEND, "/incident " + first);
    var before = incident();

    var late = channel.say("/incident " + second + saw(field, seen));

    assertThat(late.error()).contains(Reply.Error.INVALID);
    assertThat(late.message().fallback()).isEqualTo(told + " It was left so.");
    assertThat(incident()).isEqualTo(before);
    assertThat(channel.incidents.locked()).containsExactly(new IncidentId(1042));
  }

  @Test
  void who_has_seen_what_stands_there_changes_it() {
    channel.say(People.BACKEND, "/incident severity 1042 high");
    channel.say(People.BACKEND, "/incident assign 1042 backend");
    channel.say(People.BACKEND, "/incident role 1042 commander backend");

    channel.say("/incident severity 1042 low" + saw("severity", "High"));
    channel.say("/incident assign 1042 cto" + saw("assignee", "backend"));
    channel.say("/incident role 1042 commander nobody" + saw("role-commander", "backend"));

    assertThat(incident().severity().name()).isEqualTo("Low");
    assertThat(incident().assignee()).contains(Actor.of(People.CTO));
    assertThat(incident().details().crew().in(Role.COMMANDER)).isEmpty();
  }

  @Test
  void who_wants_the_same_is_not_refused() {
    channel.say(People.BACKEND, "/incident severity 1042 high");
    channel.say(People.BACKEND, "/incident role 1042 commander cto");

    var same = channel.say("/incident severity 1042 high" + saw("severity", "Critical"));
    var too = channel.say("/incident role 1042 commander cto" + saw("role-commander", ""));

    assertThat(same.error()).isEmpty();
    assertThat(too.error()).isEmpty();
  }

  @Test
  void what_was_seen_of_one_incident_says_nothing_of_another() {
    channel.incidents.add(TestIncidents.triggered(1043));
    channel.say("/incident merge 1042 into 1043");

    var late = channel.say("/incident severity 1042 high" + saw("severity", "Low"));

    assertThat(TestChannel.command(late, "severity #1043"))
        .isEqualTo("/incident severity #1043 high");
  }
}
