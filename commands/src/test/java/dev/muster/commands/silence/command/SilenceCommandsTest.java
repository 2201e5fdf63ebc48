package dev.muster.commands.silence.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.intake.history.command.MemoryAlerts;
import dev.muster.commands.people.Person;
import dev.muster.commands.silence.MemorySilences;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceCommandsTest {

  private static final String DISK = "/alert silence service=disk 2h Disk is being swapped";

  private final TestChannel channel = new TestChannel();
  private final MemorySilences silences = new MemorySilences();
  private final MemoryAlerts alerts = new MemoryAlerts(channel.clock);
  private final Router router =
      new Router(
          new CommandTable(commands()),
          List.of(new AskFilter(channel.clock, _ -> Optional.empty())));

  private List<Command> commands() {
    var actions = new IncidentActions(channel.incidents, channel.incidents, channel.clock);
    var all = new ArrayList<Command>();
    all.addAll(SilenceCommands.all(silences, alerts, actions, channel.clock));
    all.add(new HelpCommand(() -> new CommandTable(all), People.directory()));
    return all;
  }

  private Reply say(String text) {
    return say(People.DEVOPS, text);
  }

  private Reply say(Person who, String text) {
    var place = new Place("web", "incidents", Optional.empty());
    return router.handle(new Invocation(who, place, text, "r1"));
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

    var again = say(People.BACKEND, DISK);
    var longer = say(People.BACKEND, "/alert silence service:disk 4h vendor is late");

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

  @Test
  void they_are_listed_with_a_way_to_end_them() {
    assertThat(Screen.wide(say("/alert silences").message())).startsWith("Nothing is silenced.");
    say("/alert silence service=api 4h vendor");
    say(DISK);
    silences.hold(2, 3);

    assertThat(Screen.wide(say("/alert silences").message()))
        .isEqualTo(
            """
            2 silences, the one that ends first before the others
            Silence 2 `service="disk"` · until 12:00
            DevOps Engineer: Disk is being swapped · keeps 3 firing alerts quiet
            [End silence 2] [Its alerts]
            Silence 1 `service="api"` · until 14:00
            DevOps Engineer: vendor · keeps no new alert quiet now
            [End silence 1]
            """);
  }

  @Test
  void ten_are_shown_with_a_way_to_the_others() {
    for (var i = 0; i < 13; i++) {
      say("/alert silence service=s" + i + " 2h many");
    }

    var first = say("/alert silences");
    var second = say(TestChannel.command(first, "3 more"));

    assertThat(Screen.wide(first.message())).contains("13 silences", "Silence 10 ");
    assertThat(Screen.wide(second.message())).contains("Silence 11 ", "Silence 13 ");
  }

  @Test
  void one_that_keeps_nothing_quiet_is_ended_at_once() {
    say(DISK);

    var reply = say(People.BACKEND, "/alert unsilence 1");

    assertThat(reply.message().fallback())
        .isEqualTo("Silence 1 is over. It kept nothing quiet that fires now.");
    assertThat(silences.get(1).ended()).isPresent();
    assertThat(Screen.wide(say("/alert silences past").message()))
        .contains("ended 10:00 by Backend");
    assertThat(Screen.wide(say("/alert unsilence 1").message())).contains("Nothing was changed");
  }

  @Test
  void what_would_open_incidents_is_asked_about_first() {
    say(DISK);
    silences.hold(1, 2);

    var asked = say("/alert unsilence 1");

    assertThat(asked.error()).contains(Reply.Error.UNCONFIRMED);
    assertThat(asked.message().fallback())
        .contains("keeps 2 firing alerts quiet", "Nothing was done yet.");
    assertThat(silences.get(1).ended()).isEmpty();
    var done = say(TestChannel.command(asked, "End silence 1"));
    assertThat(done.message().fallback())
        .isEqualTo(
            "Silence 1 is over. 2 alerts that it kept quiet and that fire open their incidents"
                + " now.");
  }

  @Test
  void which_one_is_asked_where_it_was_not_said() {
    say(DISK);

    assertThat(say("/alert unsilence").missing()).containsExactly("silence");
    assertThat(say("/alert unsilence 7").error()).contains(Reply.Error.NOT_FOUND);
    assertThat(say("/alert unsilence banana").error()).contains(Reply.Error.INVALID);
  }
}
