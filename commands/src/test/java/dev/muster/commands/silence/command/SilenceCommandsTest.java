package dev.muster.commands.silence.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.intake.history.command.MemoryAlerts;
import dev.muster.commands.silence.MemorySilences;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceCommandsTest {

  private static final String DISK = "/alert silence service=disk 2h Disk is being swapped";

  private final TestSilencing room = new TestSilencing();
  private final TestChannel channel = room.channel;
  private final MemorySilences silences = room.silences;
  private final MemoryAlerts alerts = room.alerts;

  private Reply say(String text) {
    return room.say(text);
  }

  @Test
  void it_is_said_what_is_silenced_until_when_and_why() {
    var reply = say(DISK);

    assertThat(reply.error()).isEmpty();
    assertThat(reply.isPrivate()).isFalse();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            Silence 1 `service="disk"` · until 12:00
            DevOps Engineer: Disk is being swapped.
            Nothing that fires now is like that. What comes is listed and opens no incident.
            [End it] [All silences]
            """);
    assertThat(silences.get(1).endsAt()).isEqualTo(channel.clock.instant().plusSeconds(7_200));
  }

  @Test
  void it_can_be_said_in_many_ways() {
    for (var text :
        List.of(
            "service=disk 2h Disk is being swapped",
            "{service=\"disk\"} for:2h reason:\"Disk is being swapped\"",
            "service:disk reason:Disk is being swapped",
            "service=disk Disk is being swapped",
            "for:2h service=disk Disk is being swapped",
            "\"service=\\\"disk\\\"\" for:2h reason:\"Disk is being swapped\"",
            "service=disk until:2h Disk is being swapped",
            "service=disk for 2h Disk is being swapped",
            "service=disk for 2 hours Disk is being swapped",
            "service=disk 2 hours Disk is being swapped",
            "service=disk 15:00 Disk is being swapped",
            "service=disk until 15:00 Disk is being swapped")) {
      var fresh = new SilenceCommandsTest();
      assertThat(fresh.say("/alert silence " + text).error()).as(text).isEmpty();
      assertThat(fresh.silences.get(1).reason()).as(text).isEqualTo("Disk is being swapped");
      assertThat(fresh.silences.get(1).endsAt())
          .as(text)
          .isEqualTo(channel.clock.instant().plusSeconds(7_200));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          service=disk reason:swap 3h                 | Is "3h" the end
          service=disk reason:swap takes about 3 hours | Is "3 hours" the end
          service=disk reason:swap host=db4           | Does "host=db4" say which alerts
          service=disk reason:swap host=db4 and more  | Does "host=db4" say which alerts
          """)
  void what_may_be_no_part_of_the_reason_is_asked(String said, String problem) {
    var reply = say("/alert silence " + said);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message())).contains(problem, "Nothing was changed", "in quotes");
    assertThat(silences.active()).isEmpty();
    var end = " for:2h reason:\"swap takes about 3 hours\"";
    assertThat(say("/alert silence service=disk" + end).error()).isEmpty();
  }

  /** It is 13:00 for whoever asks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          until 7:00 pm swap            |  360 | swap
          7pm disk swap                 |  360 | disk swap
          2h 30m swap                   |  150 | swap
          for:2h 30m swap               |  150 | swap
          30m 1 day after it is on      |   30 | 1 day after it is on
          1 day 2 hours 30 minutes swap | 1590 | swap
          now we swap disks             |  120 | now we swap disks
          """)
  void a_time_ends_where_its_words_no_longer_make_it_more_exact(
      String said, int minutes, String reason) {
    assertThat(say("/alert silence service=disk " + said).error()).isEmpty();

    assertThat(silences.get(1).endsAt())
        .isEqualTo(channel.clock.instant().plus(Duration.ofMinutes(minutes)));
    assertThat(silences.get(1).reason()).isEqualTo(reason);
  }

  @Test
  void what_is_missing_is_asked_for_with_all_that_was_said() {
    var noReason = say("/alert silence service=disk for:4h");

    assertThat(noReason.missing()).containsExactly("reason");
    var fields = noReason.form().orElseThrow().fields();
    assertThat(fields).extracting(field -> field.value()).containsExactly("service=disk", "4h", "");
    assertThat(say("/alert silence").missing()).containsExactly("alerts", "reason");
    assertThat(silences.active()).isEmpty();
  }

  @Test
  void what_cannot_be_is_refused_and_changes_nothing() {
    for (var text :
        List.of(
            "disk is full",
            "service=~\"(\" x",
            "service!=disk nearly everything",
            "service=disk 31d too long",
            "service=disk for:yesterday x",
            "service=disk 3 replicas are rebuilt",
            "service=disk 2hh maintenance",
            "service=disk 2h ago it failed",
            "service=disk -2h it failed",
            "service=disk 13pm swap",
            "service=disk for a while")) {
      assertThat(say("/alert silence " + text).error()).as(text).contains(Reply.Error.INVALID);
    }
    assertThat(silences.active()).isEmpty();
  }

  @Test
  void what_cannot_be_read_as_a_time_is_named_and_stands_in_its_field() {
    var reply = say("/alert silence service:disk 2hh Disk is being swapped");

    assertThat(reply.message().fallback())
        .startsWith("I can't read \"2hh\" as a time. Say for example 2h, 30m or until 07:00.");
    assertThat(reply.form().orElseThrow().fields())
        .extracting(field -> field.value())
        .containsExactly("service:disk", "2hh", "Disk is being swapped");
    assertThat(say("/alert silence service=disk until noon swap").message().fallback())
        .startsWith("I can't read \"until noon\" as a time.");
  }

  @Test
  void a_reason_may_begin_with_a_number_that_is_no_time() {
    for (var reason : List.of("2nd disk is swapped", "1st of three", "5xx are expected")) {
      var fresh = new SilenceCommandsTest();
      assertThat(fresh.say("/alert silence service=disk " + reason).error()).as(reason).isEmpty();
      assertThat(fresh.silences.get(1).reason()).isEqualTo(reason);
    }
  }

  @Test
  void the_same_twice_is_one_silence_and_a_later_end_prolongs_it() {
    say(DISK);

    var again = room.say(People.BACKEND, DISK);
    var longer = room.say(People.BACKEND, "/alert silence service:disk 4h vendor is late");

    assertThat(Screen.wide(again.message())).contains("That is silenced already. Nothing was");
    assertThat(Screen.wide(longer.message())).contains("It was there already and goes on longer");
    assertThat(silences.active())
        .extracting(Silence::endsAt)
        .containsExactly(channel.clock.instant().plus(Duration.ofHours(4)));
  }

  @Test
  void the_same_can_be_silenced_anew_whose_time_has_come_although_nobody_noted_that() {
    say(DISK);
    channel.clock.advance(Duration.ofHours(2));

    assertThat(say(DISK).error()).isEmpty();

    assertThat(silences.active()).extracting(it -> it.id().value()).containsExactly(2L);
  }

  @Test
  void incidents_that_are_open_stay_so_and_say_that_some_of_it_is_silenced() {
    channel.incidents.add(TestIncidents.triggered(8));
    alerts.fire("disk", CanonicalSeverity.HIGH, "High");

    var reply = say(DISK);

    assertThat(Screen.wide(reply.message()))
        .contains("1 alert like that fires now. #8 stays open with what is in it")
        .contains("[Snooze #8]");
    var incident = channel.incidents.find(new IncidentId(8)).orElseThrow();
    assertThat(incident.isOpen()).isTrue();
    assertThat(incident.details().quiet().silences()).containsOnlyKeys(1L);
  }
}
