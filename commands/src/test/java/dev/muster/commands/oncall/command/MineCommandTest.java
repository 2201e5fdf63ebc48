package dev.muster.commands.oncall.command;

import static dev.muster.commands.oncall.TestSchedules.layer;
import static dev.muster.commands.oncall.TestSchedules.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.testing.Screen;
import org.junit.jupiter.api.Test;

/** Screens show times in UTC; it is Monday 2 March 2026, 10:00 UTC. */
class MineCommandTest {

  private static final Schedule PRIMARY =
      schedule(
          "primary", "Africa/Nairobi", layer("1 week", "2024-12-02T00:00", 0, "backend", "devops"));
  private static final Schedule LATE =
      schedule(
          "late", "Africa/Nairobi", layer("1 day", "2026-03-05T09:00", 0, "devops", "backend"));
  private static final Schedule OTHERS =
      schedule("others", "UTC", layer("1 week", "2024-12-02T00:00", 0, "cto"));

  private final OnCallChannel channel = new OnCallChannel(PRIMARY, OTHERS, LATE);

  @Test
  void ones_own_shifts_now_and_next_stand_by_their_schedules() {
    var reply = channel.say("/oncall mine");

    assertThat(reply.isPrivate()).isTrue();
    assertThat(reply.message().fallback()).isEqualTo("You are on call now: primary");
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            primary  now, until 21:00
            primary  next from 21:00 until 21:00
            late  next from 06:00 until 06:00
            """);
  }

  @Test
  void whose_clock_is_another_one_sees_the_schedules_too() {
    var reply = channel.say(OnCallChannel.LONDON, "/oncall me");

    assertThat(reply.message().fallback()).isEqualTo("You are not on call now");
    assertThat(Screen.wide(reply.message()))
        .startsWith("primary  next from 21:00 (schedule: Mon 9 Mar 00:00 EAT) until 21:00 (");
  }

  @Test
  void whoever_has_none_hears_so() {
    assertThat(Screen.wide(new OnCallChannel(OTHERS).say("/oncall mine").message()))
        .isEqualTo("You have no shift now, and none in the next 16 weeks.\n");
    assertThat(Screen.wide(new OnCallChannel().say("/oncall mine").message()))
        .startsWith("Nobody is on call: no schedule is configured.");
  }

  @Test
  void a_word_that_it_does_not_know_is_not_left_out() {
    assertThat(channel.say("/oncall mine tomorrow").message().fallback())
        .startsWith("I don't know \"tomorrow\": /oncall mine takes nothing behind it.");
  }

  @Test
  void it_takes_the_right_to_see_schedules() {
    assertThat(channel.say(OnCallChannel.GUEST, "/oncall mine").error())
        .contains(Reply.Error.DENIED);
  }
}
