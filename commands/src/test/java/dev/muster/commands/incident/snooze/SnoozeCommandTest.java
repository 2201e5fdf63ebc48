package dev.muster.commands.incident.snooze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form.Field;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnoozeCommandTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
  }

  private Incident incident() {
    return channel.incidents.get(1042);
  }

  private String post() {
    return Screen.wide(IncidentPost.render(incident()));
  }

  @Test
  void it_rests_until_then_and_everybody_sees_who_said_so_and_why() {
    var reply = channel.say("/incident snooze 1042 2h Waits for the vendor");

    assertThat(reply.error()).isEmpty();
    assertThat(reply.isPrivate()).isFalse();
    assertThat(reply.message().fallback()).isEqualTo("Snoozed #1042 for 2 h.");
    var snooze = incident().details().snooze().orElseThrow();
    assertThat(snooze.until()).isEqualTo(channel.clock.instant().plus(Duration.ofHours(2)));
    assertThat(snooze.reason()).contains("Waits for the vendor");
    assertThat(post())
        .contains("SNOOZED until 12:00 by DevOps Engineer: Waits for the vendor")
        .contains("[*Acknowledge*] [Resolve] [Wake it]");
    assertThat(channel.incidents.timeline().getLast().kind()).isEqualTo(Kind.SNOOZED);
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo("DevOps Engineer snoozed it for 2 h: Waits for the vendor");
  }

  @Test
  void it_can_be_said_in_many_ways() {
    for (var text :
        new String[] {
          "1042 2h vendor",
          "1042 for:2h reason:vendor",
          "1042 until:2h vendor",
          "#1042 2h vendor",
          "1042 for 2 hours vendor",
          "1042 until tomorrow 07:00 vendor",
          "1042 15:30 vendor"
        }) {
      var fresh = new SnoozeCommandTest();
      fresh.setUp();
      assertThat(fresh.channel.say("/incident snooze " + text).error()).as(text).isEmpty();
      assertThat(fresh.incident().details().snooze().orElseThrow().reason()).contains("vendor");
    }
    assertThat(channel.sayInThread(1042, "/incident snooze 30m").error()).isEmpty();
    assertThat(incident().details().snooze().orElseThrow().reason()).isEmpty();
  }

  /** It is 13:00 for whoever asks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          until 7:00 pm vendor                 |  360 | vendor
          7pm vendor                           |  360 | vendor
          until 7 p.m. vendor                  |  360 | vendor
          until tomorrow 7 am vendor           | 1080 | vendor
          11:30 am UTC vendor                  |   90 | vendor
          30m 1 day after the upgrade it is on |   30 | 1 day after the upgrade it is on
          30m 2 hours of logs to read          |   30 | 2 hours of logs to read
          2h 30m vendor                        |  150 | vendor
          2h 30 pods are left                  |  120 | 30 pods are left
          1 day 2 hours 30 minutes vendor      | 1590 | vendor
          in 2 hours 5 min vendor              |  125 | vendor
          for:2h 30m vendor                    |  150 | vendor
          until:7:00 pm vendor                 |  360 | vendor
          for:1 day 2 hours vendor             | 1560 | vendor
          for:30m 1 day after it is on         |   30 | 1 day after it is on
          """)
  void a_time_ends_where_its_words_no_longer_make_it_more_exact(
      String said, int minutes, String reason) {
    assertThat(channel.say("/incident snooze 1042 " + said).error()).isEmpty();

    var snooze = incident().details().snooze().orElseThrow();
    assertThat(snooze.until()).isEqualTo(channel.clock.instant().plus(Duration.ofMinutes(minutes)));
    assertThat(snooze.reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2h ago it failed | 2h ago   | it failed
          -2h it failed    | -2h      | it failed
          13:00 am vendor  | 13:00 am | vendor
          13pm vendor      | 13pm     | vendor
          25:00pm vendor   | 25:00pm  | vendor
          Waits for it     | Waits    | for it
          now vendor       | now      | vendor
          """)
  void a_time_that_cannot_be_is_refused_by_the_words_that_stand_in_its_field(
      String said, String end, String reason) {
    var reply = channel.say("/incident snooze 1042 " + said);

    assertThat(reply.message().fallback()).startsWith("I can't read \"" + end + "\" as a time.");
    assertThat(reply.form().orElseThrow().fields())
        .extracting(Field::value)
        .containsExactly(end, reason);
    assertThat(incident().details().snooze()).isEmpty();
  }

  @Test
  void how_long_is_asked_where_it_was_not_said() {
    var reply = channel.say("/incident snooze 1042");

    assertThat(reply.missing()).containsExactly("for");
    assertThat(reply.form()).isPresent();
    assertThat(incident().details().snooze()).isEmpty();
  }

  @Test
  void what_cannot_be_read_as_a_time_is_named_and_stands_in_its_field() {
    var reply = channel.say("/incident snooze 1042 2hh Waits for the vendor");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback())
        .startsWith("I can't read \"2hh\" as a time. Say for example 2h, 30m or until 07:00.");
    assertThat(reply.form().orElseThrow().fields())
        .extracting(Field::value)
        .containsExactly("2hh", "Waits for the vendor");
    assertThat(reply.form().orElseThrow().fields().getFirst().problem().orElseThrow())
        .contains("\"2hh\"");
  }

  @Test
  void what_was_said_is_kept_where_only_the_incident_is_missing() {
    channel.incidents.add(TestIncidents.triggered(1043));

    var reply = channel.say("/incident snooze 2h Waits for the vendor");

    assertThat(reply.missing()).containsExactly("number");
    assertThat(reply.form().orElseThrow().fields())
        .extracting(Field::value)
        .containsExactly("", "2h", "Waits for the vendor");
  }

  @Test
  void whoever_is_at_work_on_it_can_still_say_how_it_stands() {
    channel.say("/incident ack 1042");
    channel.say("/incident snooze 1042 2h");
    assertThat(post()).contains("[*Post update*] [Mitigated] [Resolve] [Wake it]");

    channel.say("/incident mitigate 1042");
    assertThat(post()).contains("[*Resolve*] [Post update] [It is back] [Wake it]");
  }

  @Test
  void it_lasts_seven_days_at_most() {
    assertThat(channel.say("/incident snooze 1042 8d").error()).contains(Reply.Error.INVALID);
    assertThat(incident().details().snooze()).isEmpty();
  }

  @Test
  void what_is_over_needs_no_snooze() {
    channel.say("/incident resolve 1042 confirm");

    assertThat(channel.say("/incident snooze 1042 2h").message().fallback())
        .isEqualTo("#1042: It is over. Nothing was changed.");
  }

  @Test
  void whoever_wakes_it_ends_the_snooze_once() {
    channel.say("/incident snooze 1042 2h");

    var reply = channel.say(People.BACKEND, "/incident unsnooze 1042");

    assertThat(reply.message().fallback()).isEqualTo("#1042 is awake: reminders come as ever.");
    assertThat(incident().details().snooze()).isEmpty();
    assertThat(channel.incidents.timeline().getLast().kind()).isEqualTo(Kind.UNSNOOZED);
    assertThat(channel.say("/incident unsnooze 1042").message().fallback())
        .isEqualTo("#1042: It is not snoozed. Nothing was changed.");
  }

  @Test
  void a_person_who_says_that_it_is_worse_ends_it_and_who_says_that_it_is_better_does_not() {
    channel.say("/incident severity 1042 high");
    channel.say("/incident snooze 1042 2h");

    channel.say("/incident severity 1042 low");
    assertThat(incident().details().snooze()).isPresent();
    var reply = channel.say("/incident severity 1042 critical");

    assertThat(reply.message().fallback()).endsWith("so it is snoozed no more");
    assertThat(incident().details().snooze()).isEmpty();
  }

  @Test
  void an_end_ends_it_too() {
    channel.say("/incident snooze 1042 2h");

    channel.say("/incident resolve 1042 confirm");

    assertThat(incident().details().snooze()).isEmpty();
  }

  @Test
  void those_that_are_snoozed_are_listed() {
    channel.incidents.add(TestIncidents.triggered(1043));
    channel.say("/incident snooze 1042 2h");

    assertThat(Screen.wide(channel.say("/incident list snoozed").message()))
        .contains("#1042", "snoozed, ")
        .doesNotContain("#1043");
  }
}
