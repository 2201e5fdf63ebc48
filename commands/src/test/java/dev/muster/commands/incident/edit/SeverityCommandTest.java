package dev.muster.commands.incident.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.Screen;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeverityCommandTest {

  private static final Severity HIGH = new Severity("High", CanonicalSeverity.HIGH);

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
  }

  private Incident incident() {
    return channel.incidents.get(1042);
  }

  @Test
  void a_person_says_how_bad_it_is() {
    var reply = channel.say("/incident severity 1042 low");

    assertThat(reply.message().fallback()).isEqualTo("#1042: Severity Low (was Critical)");
    assertThat(incident().severity().name()).isEqualTo("Low");
    assertThat(channel.incidents.timeline().getLast().kind()).isEqualTo(Kind.SEVERITY_CHANGED);
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo("DevOps Engineer: Severity Low (was Critical)");
  }

  @Test
  void alerts_no_worse_than_what_was_overruled_do_not_raise_it_again() {
    channel.say("/incident severity 1042 high");
    channel.say("/incident severity 1042 low");

    assertThat(incident().joinedBy(TestIncidents.CRITICAL, Optional.empty()).severity().name())
        .isEqualTo("Low");
  }

  @Test
  void alerts_that_are_worse_do() {
    channel.incidents.add(
        Incident.open(
            incident().id(), "g", "incidents", incident().headline(), HIGH, incident().openedAt()));
    channel.say("/incident severity 1042 low");

    assertThat(incident().joinedBy(HIGH, Optional.empty()).severity().name()).isEqualTo("Low");
    assertThat(incident().raisedTo(TestIncidents.CRITICAL).severity().name()).isEqualTo("Critical");
  }

  @Test
  void without_a_word_the_severities_are_offered() {
    var reply = channel.sayInThread(1042, "/incident sev");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            How bad is #1042? It is Critical now.
            [Critical] [High] [Low]
            """);

    channel.say(TestChannel.command(reply, "High"));

    assertThat(incident().severity()).isEqualTo(HIGH);
  }

  @Test
  void what_it_is_already_changes_nothing() {
    assertThat(channel.say("/incident severity 1042 critical").message().fallback())
        .isEqualTo("#1042: It is Critical already. Nothing was changed.");
  }

  @Test
  void an_unknown_one_is_answered_with_the_nearest() {
    var reply = channel.say("/incident severity 1042 hgih");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback())
        .isEqualTo("There is no severity \"hgih\". Did you mean High? Nothing was changed.");
  }
}
