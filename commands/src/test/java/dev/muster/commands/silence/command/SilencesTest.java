package dev.muster.commands.silence.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.silence.MemorySilences;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import org.junit.jupiter.api.Test;

/** Silences that there are: listed and ended. */
class SilencesTest {

  private static final String DISK = "/alert silence service=disk 2h Disk is being swapped";

  private final TestSilencing room = new TestSilencing();
  private final MemorySilences silences = room.silences;

  private Reply say(String text) {
    return room.say(text);
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

    var reply = room.say(People.BACKEND, "/alert unsilence 1");

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
