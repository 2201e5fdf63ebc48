package dev.muster.commands.oncall.command;

import static dev.muster.commands.oncall.TestSchedules.layer;
import static dev.muster.commands.oncall.TestSchedules.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.testing.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Screens show times in UTC; whoever asks sees them by the own clock. */
class WhoCommandTest {

  private static final Schedule PRIMARY =
      schedule(
          "primary", "Africa/Nairobi", layer("1 week", "2024-12-02T00:00", 0, "backend", "devops"));
  private static final Schedule LATE =
      schedule(
          "late", "Africa/Nairobi", layer("1 day", "2026-03-05T09:00", 0, "devops", "backend"));

  @Test
  void one_schedule_is_answered_with_who_until_when_and_who_is_next() {
    var reply = new OnCallChannel(PRIMARY).say("/oncall who");

    assertThat(reply.isPrivate()).isTrue();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            (NONE) DevOps Engineer is on call for primary
            Until 21:00
            Next: Backend Engineer from 21:00
            [Coming shifts]
            """);
    assertThat(reply.message().fallback()).isEqualTo("DevOps Engineer is on call for primary");
    assertThat(OnCallChannel.buttons(reply).getFirst().command())
        .isEqualTo("/oncall schedule primary");
  }

  @Test
  void whose_clock_is_another_one_sees_the_schedules_too() {
    var reply = new OnCallChannel(PRIMARY).say(OnCallChannel.LONDON, "/oncall who primary");

    assertThat(Screen.wide(reply.message()))
        .contains("Until 21:00 (schedule: Mon 9 Mar 00:00 EAT)\n");
  }

  @Test
  void nobody_is_said_first_and_loudly_with_who_is_next() {
    var reply = new OnCallChannel(LATE).say("/oncall who late");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            (CRITICAL) NOBODY is on call for late
            Next: DevOps Engineer, 2 d 20 h later, from 06:00
            Until then a page to this schedule reaches nobody. Agree on somebody, or let a layer start earlier in muster.yaml.
            [Coming shifts]
            """);
    assertThat(reply.message().fallback()).isEqualTo("NOBODY is on call for late");
    assertThat(reply.error()).isEmpty();
  }

  @Test
  void a_schedule_that_begins_in_many_years_has_no_next() {
    var far = schedule("far", "UTC", layer("1 day", "2035-01-01T00:00", 0, "devops"));

    assertThat(Screen.wide(new OnCallChannel(far).say("/oncall who").message()))
        .contains("NOBODY is on call", "No shift begins in the years after that.");
  }

  @Test
  void several_at_once_are_all_named() {
    var both =
        schedule(
            "both",
            "Africa/Nairobi",
            layer("1 week", "2024-12-02T00:00", 0, "backend", "devops"),
            layer("1 day", "2024-12-02T12:00", 0, "backend"));

    assertThat(Screen.wide(new OnCallChannel(both).say("/oncall who").message()))
        .isEqualTo(
            """
            (NONE) DevOps Engineer and Backend Engineer are on call for both
            DevOps Engineer until 21:00
            Backend Engineer until 09:00
            Next: Backend Engineer from 09:00
            [Coming shifts]
            """);
  }

  @Test
  void without_a_name_all_schedules_are_answered_the_open_ones_on_top() {
    var reply = new OnCallChannel(PRIMARY, LATE).say("/oncall who");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            (CRITICAL) NOBODY is on call for late
            primary  DevOps Engineer until 21:00
            late  NOBODY, next DevOps Engineer from 06:00
            """);
    assertThat(reply.message().fallback()).isEqualTo("primary: DevOps Engineer · late: NOBODY");
  }

  @ParameterizedTest
  @CsvSource({
    "/oncall who primary at 2026-03-09,               Backend Engineer will be on call",
    "/oncall who primary at 2026-03-08T21:00Z,        Backend Engineer will be on call",
    "/oncall who primary at 2026-03-08 23:59,         DevOps Engineer will be on call",
    "/oncall who primary in 1 week,                   Backend Engineer will be on call",
    "/oncall who at yesterday,                        Backend Engineer was on call",
    "/oncall who mon 00:00,                           Backend Engineer will be on call",
    "/oncall who tomorrow,                            DevOps Engineer will be on call",
    "/oncall who primary at 2020-01-01,               NOBODY was on call",
    "/oncall who PRIMARY at now,                      There is no schedule",
  })
  void another_time_can_be_asked_for(String text, String answer) {
    assertThat(Screen.wide(new OnCallChannel(PRIMARY).say(text).message())).contains(answer);
  }

  @Test
  void an_unknown_schedule_leads_to_the_nearest() {
    var reply = new OnCallChannel(PRIMARY, LATE).say("/oncall who primry");

    assertThat(reply.error()).contains(Reply.Error.NOT_FOUND);
    assertThat(reply.message().fallback())
        .isEqualTo("There is no schedule \"primry\". Did you mean primary?");
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            There is no schedule "primry". Did you mean primary?
            Schedules: primary, late.
            [primary]
            """);
    assertThat(OnCallChannel.buttons(reply).getFirst().command()).isEqualTo("/oncall who primary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at",
        "at soon",
        "at 25:00",
        "at 2026-02-30",
        "at 2026-13-01T00:00Z",
        "at 9999-01-01",
        "in 3 moons"
      })
  void an_unreadable_time_is_answered_with_examples(String time) {
    var reply = new OnCallChannel(PRIMARY).say("/oncall who primary " + time);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message()))
        .contains("I can't read the time", "`/oncall who primary at tomorrow 09:00`");
  }

  @Test
  void without_schedules_nobody_is_on_call_and_the_way_to_one_is_shown() {
    assertThat(Screen.wide(new OnCallChannel().say("/oncall who").message()))
        .isEqualTo(
            """
            Nobody is on call: no schedule is configured.
            Add one under `schedules` in muster.yaml, with people who take turns.
            """);
    assertThat(new OnCallChannel().say("/oncall who primary").error())
        .contains(Reply.Error.NOT_FOUND);
  }

  @Test
  void only_who_may_see_it_is_answered_and_helped() {
    var channel = new OnCallChannel(PRIMARY);

    assertThat(channel.say(OnCallChannel.GUEST, "/oncall who").error())
        .contains(Reply.Error.DENIED);
    assertThat(Screen.wide(channel.say("/oncall").message()))
        .contains(
            "`/oncall who [schedule] [at time]`", "`/oncall schedule <schedule> [from] [to]`");
    assertThat(Screen.wide(channel.say(OnCallChannel.GUEST, "/oncall help").message()))
        .contains("You can't run it.");
  }
}
