package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AckCommandTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.clock.advance(Duration.ofMinutes(2));
  }

  @Test
  void whoever_acknowledges_has_it_and_everybody_is_told() {
    var reply = channel.say("/incident ack 1042");

    assertThat(reply.error()).isEmpty();
    assertThat(reply.isPrivate()).isFalse();
    assertThat(reply.message().fallback())
        .isEqualTo(
            "You have #1042 database_down · learnhub-db · Critical · DevOps Engineer has it");
    assertThat(channel.incidents.get(1042).state())
        .isEqualTo(
            new IncidentState.Acknowledged(
                new Change(TestClock.minute(2), Actor.of(People.DEVOPS))));
  }

  @Test
  void it_is_told_in_the_thread_and_kept_in_the_timeline_with_who_when_and_where() {
    channel.say("/incident ack 1042");

    assertThat(channel.incidents.replies())
        .extracting(reply -> reply.message().fallback())
        .containsExactly("DevOps Engineer has it, 2 min after it began.");
    assertThat(channel.incidents.timeline())
        .containsExactly(
            new TimelineEntry(
                new IncidentId(1042),
                TestClock.minute(2),
                Kind.ACKNOWLEDGED,
                Actor.of(People.DEVOPS),
                "Acknowledged",
                Optional.of("web")));
  }

  @Test
  void it_is_audited() {
    channel.say("/incident ack 1042");

    assertThat(channel.audit.entries())
        .extracting(AuditEntry::actor, AuditEntry::command, AuditEntry::outcome)
        .containsExactly(tuple("devops", "incident ack", "done"));
  }

  @Test
  void a_second_acknowledge_changes_nothing_and_says_who_has_it() {
    channel.say("/incident ack 1042");
    var before = channel.incidents.get(1042);
    channel.clock.advance(Duration.ofMinutes(3));

    var reply = channel.say(People.BACKEND, "/incident ack 1042");

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo("#1042: DevOps Engineer has had it since 10:02. Nothing was changed.\n");
    assertThat(reply.message().fallback())
        .isEqualTo("#1042: DevOps Engineer has it already. Nothing was changed.");
    assertThat(channel.incidents.get(1042)).isEqualTo(before);
    assertThat(channel.incidents.replies()).hasSize(1);
    assertThat(channel.incidents.timeline()).hasSize(1);
  }

  @Test
  void an_acknowledge_that_comes_after_the_end_changes_nothing() {
    channel.say("/incident resolve 1042 confirm");
    var before = channel.incidents.get(1042);

    var reply = channel.say(People.BACKEND, "/incident ack 1042");

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo("#1042: DevOps Engineer resolved it 10:02. Nothing was changed.\n");
    assertThat(reply.message().fallback())
        .isEqualTo("#1042: DevOps Engineer resolved it already. Nothing was changed.");
    assertThat(channel.incidents.get(1042)).isEqualTo(before);
  }

  @Test
  void in_the_thread_the_number_can_be_left_out() {
    channel.sayInThread(1042, "/incident ack");

    assertThat(channel.incidents.get(1042).state()).isInstanceOf(IncidentState.Acknowledged.class);
  }

  @Test
  void a_number_said_in_another_thread_counts_more_than_the_thread() {
    channel.incidents.add(TestIncidents.triggered(1043));

    channel.sayInThread(1043, "/incident ack #1042");

    assertThat(channel.incidents.get(1042).state()).isInstanceOf(IncidentState.Acknowledged.class);
    assertThat(channel.incidents.get(1043).state()).isInstanceOf(IncidentState.Triggered.class);
  }

  @Test
  void whoever_may_only_look_is_denied_and_nothing_changes() {
    var reply = channel.say(People.CTO, "/incident ack 1042");

    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(channel.incidents.get(1042).state()).isInstanceOf(IncidentState.Triggered.class);
    assertThat(channel.audit.entries()).extracting(AuditEntry::outcome).containsExactly("denied");
  }

  @Test
  void the_button_of_the_post_acknowledges_for_whoever_clicks() {
    var post = Reply.toAsker(IncidentPost.render(channel.incidents.get(1042)));

    channel.say(People.BACKEND, TestChannel.command(post, "Acknowledge"));

    assertThat(channel.incidents.get(1042).state().acknowledged())
        .map(Change::by)
        .contains(Actor.of(People.BACKEND));
  }

  @Test
  void several_are_acknowledged_at_once_each_with_its_own_line() {
    for (var id : List.of(3, 4, 5)) {
      channel.incidents.add(
          TestIncidents.about(id, "t" + id).joinedBy(TestIncidents.CRITICAL, Optional.empty()));
    }
    channel.say("/incident ack 4");

    var reply = channel.say("/incident ack 5 #3 4 99");

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message()).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("You have #3 t3"),
            line -> assertThat(line).startsWith("#4: DevOps Engineer has had it since"),
            line -> assertThat(line).startsWith("You have #5 t5"),
            line -> assertThat(line).isEqualTo("There is no incident #99."));
  }

  @Test
  void of_several_a_merged_one_says_where_it_goes_on() {
    channel.incidents.add(TestIncidents.triggered(1043));
    channel.incidents.add(TestIncidents.triggered(1044));
    channel.say("/incident merge 1043 into 1044");

    var reply = channel.say("/incident ack 1042 1043");

    assertThat(Screen.wide(reply.message()).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("You have #1042"),
            line -> assertThat(line).isEqualTo("#1043 goes on as #1044. Nothing was changed."));
  }

  @Test
  void what_stands_behind_one_number_is_not_passed_over() {
    var reply = channel.say("/incident ack 1 now please");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).contains("\"now please\" is too much");
  }
}
