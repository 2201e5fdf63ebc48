package dev.muster.commands.incident.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Details;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditCommandTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
  }

  private Details details() {
    return channel.incidents.get(1042).details();
  }

  @Test
  void several_fields_are_set_at_once_without_quotes() {
    var reply =
        channel.say(
            "/incident edit 1042 affected-users:612 root-cause:Pool exhausted by a slow query"
                + " resolution: Query was killed etr:15:30");

    assertThat(reply.error()).isEmpty();
    assertThat(details().findings())
        .isEqualTo(
            new Details.Findings(
                Optional.of(612L),
                Optional.of("Pool exhausted by a slow query"),
                Optional.of("Query was killed"),
                Optional.empty()));
    assertThat(details().times().expectedOver()).contains(Instant.parse("2026-03-02T12:30:00Z"));
  }

  @Test
  void the_timeline_and_the_thread_say_what_it_was_before() {
    channel.say("/incident edit 1042 users:500");

    channel.say(People.BACKEND, "/incident set 1042 users:612 title:\"Primary is down\"");

    var told = "Affected users: 612 (was 500); Title: Primary is down (was database_down)";
    assertThat(channel.incidents.timeline().getLast().kind()).isEqualTo(Kind.EDITED);
    assertThat(channel.incidents.timeline().getLast().text()).isEqualTo(told);
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo("Backend Engineer: " + told);
  }

  @Test
  void a_form_does_not_overwrite_what_it_has_not_seen() {
    var seen = Stamps.of("");
    channel.say(People.BACKEND, "/incident edit 1042 root-cause:\"Slow query\"");

    var late =
        channel.say(
            "/incident edit 1042 users:612 root-cause:\"Disk is full\" form-saw:root-cause="
                + seen);

    assertThat(late.message().fallback())
        .isEqualTo(
            "Root cause of #1042 was changed meanwhile, to: Slow query."
                + " Nothing of yours was changed yet.");
    assertThat(details().findings().affectedUsers()).isEmpty();
    assertThat(details().findings().rootCause()).contains("Slow query");
  }

  @Test
  void the_ends_of_lines_that_a_browser_sends_are_those_of_the_text() {
    assertThat(Stamps.of("one\r\ntwo ")).isEqualTo(Stamps.of("one\ntwo"));
  }

  @Test
  void a_form_overwrites_what_it_has_seen_and_does_not_mind_the_same_words() {
    channel.say(People.BACKEND, "/incident edit 1042 root-cause:\"Slow query\"");
    var seen = " form-saw:root-cause=" + Stamps.of("Slow query");
    var unseen = " form-saw:root-cause=" + Stamps.of("");

    var same = channel.say("/incident edit 1042 root-cause:\"Slow query\"" + unseen);
    var other = channel.say("/incident edit 1042 root-cause:\"Disk is full\"" + seen);

    assertThat(same.error()).isEmpty();
    assertThat(other.error()).isEmpty();
    assertThat(details().findings().rootCause()).contains("Disk is full");
  }

  @Test
  void two_people_who_edit_different_fields_lose_nothing() {
    channel.say("/incident edit 1042 root-cause:Slow query");
    channel.say(People.BACKEND, "/incident edit 1042 prevention:Statement timeout services:+api");
    channel.say("/incident edit 1042 services:+web,-learnhub-db");

    assertThat(details().findings().rootCause()).contains("Slow query");
    assertThat(details().findings().prevention()).contains("Statement timeout");
    assertThat(channel.incidents.get(1042).headline().services()).containsExactly("api", "web");
    assertThat(channel.incidents.locked()).containsExactly(new IncidentId(1042));
  }

  @Test
  void a_field_can_be_taken_away() {
    channel.say("/incident edit 1042 etr:30m");

    channel.say("/incident edit 1042 etr:none");

    assertThat(details().times().expectedOver()).isEmpty();
    assertThat(channel.incidents.timeline().getLast().text())
        .isEqualTo("Over by: nothing (was 13:30 EAT)");
  }

  @Test
  void what_stands_there_already_changes_nothing() {
    channel.say("/incident edit 1042 users:612");
    var before = channel.incidents.get(1042);

    var reply = channel.say("/incident edit 1042 users:612");

    assertThat(reply.message().fallback())
        .isEqualTo("#1042: That stands there already. Nothing was changed.");
    assertThat(channel.incidents.get(1042)).isEqualTo(before);
  }

  @Test
  void alone_it_shows_every_field_and_how_it_is_set() {
    channel.say("/incident edit 1042 users:612 started:12:40");

    var reply = channel.say("/incident edit 1042");

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message()))
        .contains("title=database_down")
        .contains("started=12:40 EAT")
        .contains("affected-users=612")
        .contains("root-cause=–")
        .contains("`/incident edit 1042 etr:none`");
  }

  @Test
  void what_is_known_is_in_the_post_and_in_show() {
    channel.say("/incident ack 1042");
    channel.say("/incident role 1042 ic backend");
    channel.say("/incident edit 1042 users:612 etr:90m root-cause:Slow query");

    assertThat(Screen.phone(IncidentPost.render(channel.incidents.get(1042))))
        .isEqualTo(
            """
            (CRITICAL) CRITICAL · database_down
            · learnhub-db #1042
            Primary does not answer. Connection
            fails for 1 min.
            ACKNOWLEDGED by DevOps Engineer
            10:00 (after 0 s) · 1 alert
            IC Backend Engineer · 612 users
            affected · over by 11:30
            runbook↗ · source↗
            [*Post update*] [Mitigated]
            [Resolve] [Snooze]
            """);
    assertThat(Screen.wide(channel.say("/incident show 1042").message()))
        .contains(
            "Incident commander=Backend Engineer Affected users=612 Over by=14:30 EAT"
                + " Root cause=Slow query");
  }

  @Test
  void the_end_says_what_it_was() {
    channel.say("/incident edit 1042 users:612 root-cause:Connection pool exhausted");
    channel.say("/incident resolve 1042 confirm");

    assertThat(Screen.wide(IncidentPost.render(channel.incidents.get(1042))))
        .contains("\nConnection pool exhausted. 612 users affected.\n");
  }

  @Test
  void in_the_thread_the_number_can_be_left_out() {
    channel.sayInThread(1042, "/incident edit users:612");

    assertThat(details().findings().affectedUsers()).contains(612L);
  }

  @Test
  void outside_of_one_the_open_ones_are_offered_with_what_was_typed() {
    var reply = channel.say("/incident edit users:612");

    channel.say(TestChannel.command(reply, "edit #1042"));

    assertThat(details().findings().affectedUsers()).contains(612L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          users:-3               | users (affected-users): "-3" is no whole number, such as 612.
          users:99999999999      | users (affected-users): 99999999999 is more than 10,000,000,000.
          title:                 | title: there is nothing behind it.
          rot-cause:x            | I don't know "rot-cause". Did you mean root-cause: ?
          something              | Say first which field is to be "something".
          started:tomorrow 10:00 | started: Tue 3 Mar 10:00 EAT is not yet.
          started:13:30          | started: 13:30 is not yet. For yesterday, write the day too.
          etr:yesterday 10:00    | etr: Sun 1 Mar 10:00 EAT has passed.
          etr:2028-01-01 10:00   | etr: Sat 1 Jan 10:00 EAT is more than a year from now.
          """)
  void a_mistake_is_explained_and_nothing_changes(String words, String problem) {
    var before = channel.incidents.get(1042);

    var reply = channel.say("/incident edit 1042 " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).startsWith(problem).endsWith("Nothing was changed.");
    assertThat(channel.incidents.get(1042)).isEqualTo(before);
  }
}
