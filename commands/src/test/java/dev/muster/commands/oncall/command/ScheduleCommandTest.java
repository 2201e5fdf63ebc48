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

class ScheduleCommandTest {

  private static final Schedule PRIMARY =
      schedule(
          "primary", "Africa/Nairobi", layer("1 week", "2024-12-02T00:00", 0, "backend", "devops"));
  private static final Schedule LATE =
      schedule(
          "late", "Africa/Nairobi", layer("1 day", "2026-03-05T09:00", 0, "devops", "backend"));

  @Test
  void four_weeks_are_listed_unless_another_time_is_asked_for() {
    var reply = new OnCallChannel(PRIMARY).say("/oncall schedule primary");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            (NONE) Shifts of primary
            21:00 – 21:00  DevOps Engineer · now
            21:00 – 21:00  Backend Engineer
            21:00 – 21:00  DevOps Engineer
            21:00 – 21:00  Backend Engineer
            21:00 – 21:00  DevOps Engineer
            [Later]
            """);
    assertThat(reply.message().fallback())
        .isEqualTo("Shifts of primary, Mon 2 Mar 13:00 EAT to Mon 30 Mar 13:00 EAT");
    assertThat(OnCallChannel.buttons(reply).getFirst().command())
        .isEqualTo("/oncall schedule primary from 2026-03-30T10:00:00Z");
  }

  @Test
  void whose_clock_is_another_one_sees_the_schedules_too() {
    var reply = new OnCallChannel(PRIMARY).say(OnCallChannel.LONDON, "/oncall schedule primary");

    assertThat(Screen.wide(reply.message()))
        .contains("(schedule: Mon 2 Mar 00:00 EAT – Mon 9 Mar 00:00 EAT)  DevOps Engineer · now");
  }

  @Test
  void gaps_are_counted_and_stand_in_their_place() {
    var reply = new OnCallChannel(LATE).say("/oncall schedule late to 2026-03-06");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            (CRITICAL) Shifts of late with 1 gap
            10:00 – 06:00  NOBODY · now
            06:00 – 06:00  DevOps Engineer
            [Later]
            """);
  }

  @Test
  void ten_are_shown_and_a_button_leads_on_to_the_rest() {
    var channel = new OnCallChannel(LATE);

    var first = channel.say("/oncall schedule late 2026-03-05 2026-03-17");
    var second = channel.say(OnCallChannel.buttons(first).getFirst().command());

    assertThat(Screen.wide(first.message())).contains("3 more until Tue 17 Mar 00:00 EAT.");
    assertThat(OnCallChannel.buttons(first).getFirst().command())
        .isEqualTo("/oncall schedule late from 2026-03-14T06:00:00Z to 2026-03-16T21:00:00Z");
    assertThat(second.message().blocks()).hasSize(1 + 3 + 1);
    assertThat(OnCallChannel.buttons(second).getFirst().command())
        .isEqualTo("/oncall schedule late from 2026-03-16T21:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow,                       Tue 3 Mar 00:00 EAT to Tue 31 Mar 00:00 EAT",
    "tomorrow 09:00,                 Tue 3 Mar 09:00 EAT to Tue 31 Mar 09:00 EAT",
    "2026-03-03 2026-03-04,          Tue 3 Mar 00:00 EAT to Wed 4 Mar 00:00 EAT",
    "FROM tomorrow TO in 2 weeks,    Tue 3 Mar 00:00 EAT to Mon 16 Mar 13:00 EAT",
    "tomorrow 09:00 wed 10:00,       Tue 3 Mar 09:00 EAT to Wed 4 Mar 10:00 EAT",
    "until fri,                      Mon 2 Mar 13:00 EAT to Fri 6 Mar 00:00 EAT",
    "from 2026-12-31 to 2027-01-02,  Thu 31 Dec 00:00 EAT to Sat 2 Jan 2027 00:00 EAT",
  })
  void a_period_is_read_in_several_ways(String words, String period) {
    var reply = new OnCallChannel(PRIMARY).say("/oncall schedule primary " + words);

    assertThat(reply.message().fallback()).isEqualTo("Shifts of primary, " + period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "to", "soon", "from tomorrow to", "tomorrow or so", "to to"})
  void an_unreadable_period_is_answered_with_examples(String words) {
    var reply = new OnCallChannel(PRIMARY).say("/oncall schedule primary " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message())).contains("`/oncall schedule primary tomorrow 09:00`");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-04 2026-03-03, That ends before it begins.",
    "2026-03-04 2026-03-04, That ends before it begins.",
    "2026-03-04 2028-03-04, That is too long: at most 400 days at once.",
  })
  void an_impossible_period_is_said_to_be_one(String words, String answer) {
    var reply = new OnCallChannel(PRIMARY).say("/oncall schedule primary " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).isEqualTo(answer);
  }

  @Test
  void the_name_can_be_left_out_where_there_is_only_one() {
    assertThat(new OnCallChannel(PRIMARY).say("/oncall schedule").message().fallback())
        .startsWith("Shifts of primary");

    var which = new OnCallChannel(PRIMARY, LATE).say("/oncall schedule");
    assertThat(which.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(which.message())).isEqualTo("Which schedule?\n[primary] [late]\n");
    assertThat(OnCallChannel.buttons(which).getLast().command()).isEqualTo("/oncall schedule late");
  }

  @Test
  void an_unknown_schedule_leads_to_all_of_them_when_none_is_near() {
    var reply = new OnCallChannel(PRIMARY, LATE).say("/oncall schedule quux");

    assertThat(reply.error()).contains(Reply.Error.NOT_FOUND);
    assertThat(Screen.wide(reply.message()))
        .contains("There is no schedule \"quux\".", "[primary] [late]");
  }
}
