package dev.muster.commands.incident.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form.Field;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an incident is, and who does what in it. */
class PeopleTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
  }

  private Incident incident() {
    return channel.incidents.get(1042);
  }

  @Test
  void what_is_given_to_somebody_waits_for_them() {
    var reply = channel.say("/incident assign 1042 @backend");

    assertThat(reply.message().fallback())
        .isEqualTo(
            "#1042 database_down · learnhub-db · Critical"
                + " · given to Backend Engineer, not acknowledged");
    assertThat(incident().assignee()).contains(Actor.of(People.BACKEND));
    assertThat(incident().state()).isEqualTo(new IncidentState.Triggered());
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo("DevOps Engineer: Given to Backend Engineer");
  }

  @Test
  void who_takes_it_has_it() {
    channel.say("/incident assign 1042 me");

    assertThat(incident().state().acknowledged()).map(Change::by).contains(Actor.of(People.DEVOPS));
    assertThat(channel.incidents.timeline().getLast().kind()).isEqualTo(Kind.ACKNOWLEDGED);
  }

  @Test
  void who_acknowledges_what_was_given_to_another_has_it() {
    channel.say("/incident assign 1042 backend");

    channel.say("/incident ack 1042");

    assertThat(incident().assignee()).contains(Actor.of(People.DEVOPS));
  }

  @Test
  void after_the_acknowledge_it_can_go_to_another() {
    channel.say("/incident ack 1042");

    channel.say("/incident assign 1042 \"Backend Engineer\"");

    assertThat(Screen.wide(IncidentPost.render(incident())))
        .contains("ACKNOWLEDGED by DevOps Engineer 10:00 (after 0 s) · Backend Engineer has it");
    assertThat(Screen.wide(channel.say("/incident list").message()))
        .contains("Backend Engineer has it");
  }

  @Test
  void what_was_called_otherwise_stands_in_the_form_as_it_is_offered() {
    assertThat(channel.say("/incident role 1042 ic").form().orElseThrow().fields())
        .extracting(Field::value)
        .containsExactly("commander", "");
    assertThat(channel.say("/incident assign @Backend").form().orElseThrow().fields())
        .extracting(Field::value)
        .containsExactly("#1042", "backend");
    assertThat(channel.say("/incident assign Backend Engineer").form().orElseThrow().fields())
        .extracting(Field::value)
        .containsExactly("#1042", "backend");
  }

  @Test
  void roles_are_filled_handed_on_and_left() {
    channel.say("/incident role 1042 ic me");
    channel.say("/incident role 1042 Commander Backend Engineer");
    channel.say("/incident role 1042 scribe cto");
    channel.say("/incident role 1042 scribe nobody");

    assertThat(incident().details().crew().roles())
        .isEqualTo(
            Map.of(Role.COMMANDER, new Actor.Human(People.BACKEND.id(), People.BACKEND.name())));
    assertThat(channel.incidents.timeline())
        .extracting(TimelineEntry::text)
        .containsExactly(
            "Incident commander: DevOps Engineer",
            "Incident commander: Backend Engineer (was DevOps Engineer)",
            "Scribe: CTO",
            "Scribe: nobody (was CTO)");
  }

  @Test
  void what_is_so_already_is_said() {
    channel.say("/incident role 1042 ic me");

    assertThat(channel.say("/incident role 1042 ic devops").message().fallback())
        .isEqualTo("#1042: That is so already. Nothing was changed.");
    assertThat(channel.incidents.timeline()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          assign 1042 bakend    | To whom? There is nobody called "bakend". Did you mean backend?
          assign 1042           | To whom? Say who: devops, backend, cto, guest.
          role 1042 commandr me | There is no role "commandr". Did you mean commander ?
          role 1042             | Which role? There are commander, communications, scribe, liaison.
          role 1042 ic          | Who? Say who: devops, backend, cto, guest.
          role 1042 ic nobdy    | Who? There is nobody called "nobdy". There are devops
          """)
  void a_mistake_is_explained(String words, String problem) {
    var reply = channel.say("/incident " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).startsWith(problem).endsWith("Nothing was changed.");
    assertThat(channel.incidents.timeline()).isEmpty();
  }
}
