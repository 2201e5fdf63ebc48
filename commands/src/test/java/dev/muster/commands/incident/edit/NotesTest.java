package dev.muster.commands.incident.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes and updates. */
class NotesTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
  }

  private String lastEntry() {
    return channel.incidents.timeline().getLast().text();
  }

  @Test
  void a_note_is_kept_as_it_was_typed() {
    var reply = channel.say("/incident note 1042 It's \"slow\":\n  see  api-1");

    assertThat(reply.message().fallback()).isEqualTo("Noted in #1042.");
    assertThat(lastEntry()).isEqualTo("It's \"slow\":\n  see  api-1");
    assertThat(channel.incidents.timeline().getLast().kind()).isEqualTo(Kind.NOTE);
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo("DevOps Engineer: It's \"slow\":\n  see  api-1");
  }

  @Test
  void in_a_thread_a_number_is_text_unless_it_is_the_threads_own() {
    channel.incidents.add(TestIncidents.triggered(3));

    channel.sayInThread(1042, "/incident note 3 pods restarted");
    assertThat(lastEntry()).isEqualTo("3 pods restarted");

    channel.sayInThread(1042, "/incident note 1042 all well");
    assertThat(lastEntry()).isEqualTo("all well");

    channel.sayInThread(1042, "/incident note #3 other one");
    assertThat(channel.incidents.timeline().getLast().incident()).isEqualTo(new IncidentId(3));
  }

  @Test
  void each_note_is_said_even_if_it_is_the_same() {
    channel.say("/incident note 1042 again");
    channel.say("/incident note 1042 again");

    assertThat(channel.incidents.replies())
        .hasSize(2)
        .extracting(ThreadReply::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_note_stands_in_the_timeline_at_the_time_when_it_happened() {
    channel.say("/incident note 1042 Found it");
    channel.clock.advance(Duration.ofMinutes(10));

    var reply = channel.say("/incident note 1042 Pool: 3 of 3 in use, replicas:2 at:12:55");

    assertThat(reply.message().fallback()).isEqualTo("Noted in #1042 at 12:55 EAT.");
    assertThat(Screen.wide(channel.incidents.replies().getLast().message()))
        .isEqualTo("DevOps Engineer: Pool: 3 of 3 in use, replicas:2 · at 09:55\n");
    assertThat(Screen.wide(channel.say("/incident timeline 1042").message()))
        .endsWith(
            """
            09:55  Pool: 3 of 3 in use, replicas:2 · DevOps Engineer
            10:00  Found it · DevOps Engineer
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "at:\"2026-03-02 12:55\", 2026-03-02T09:55:00Z",
    "at:2026-03-02 12:55, 2026-03-02T09:55:00Z",
    "at:2026-03-02 09:55 UTC, 2026-03-02T09:55:00Z",
    "at:09:55 UTC, 2026-03-02T09:55:00Z",
    "at:yesterday 23:00, 2026-03-01T20:00:00Z",
    "at:2026-03-02T09:55:03.000125Z, 2026-03-02T09:55:03.000125Z",
    "at:2026-03-02T12:55+03:00, 2026-03-02T09:55:00Z",
    "at:5m, 2026-03-02T09:55:00Z",
    "at:\"yesterday 23:00\", 2026-03-01T20:00:00Z"
  })
  void its_time_is_said_in_whatever_way_is_at_hand(String at, Instant meant) {
    channel.say("/incident note 1042 " + at + " Looked");

    assertThat(channel.incidents.timeline().getLast())
        .matches(entry -> entry.at().equals(meant) && entry.text().equals("Looked"));
  }

  @Test
  void what_is_taken_from_a_message_leads_to_it_and_is_not_said_again() {
    var note =
        "/incident note 1042 \"Bob: Pool is full\" at:2026-03-02T09:55:03.000125Z"
            + " from:https://chat.example/archives/C1/p1?thread_ts=2";

    assertThat(channel.say(note))
        .matches(Reply::isPrivate, "is told, for nobody sees it in the thread")
        .extracting(reply -> reply.message().fallback())
        .isEqualTo("Noted in #1042 at 12:55 EAT.");
    assertThat(channel.incidents.replies()).isEmpty();
    assertThat(Screen.wide(channel.say("/incident timeline 1042").message()))
        .endsWith("09:55  Bob: Pool is full · DevOps Engineer · message↗\n");
    assertThat(channel.say(People.BACKEND, note))
        .matches(Reply::isPrivate)
        .extracting(reply -> reply.message().fallback())
        .isEqualTo("#1042 has this message in its timeline. Nothing was changed.");
    assertThat(channel.incidents.timeline()).hasSize(1);
  }

  @Test
  void a_time_that_is_whole_takes_no_word_from_the_note() {
    channel.say("/incident note 1042 at:12:55 5m later it was gone");

    assertThat(lastEntry()).isEqualTo("5m later it was gone");
  }

  @Test
  void a_note_in_quotes_is_text_whatever_it_says() {
    channel.say("/incident note 1042 \"Fails at:line 42\" at:5m");

    assertThat(lastEntry()).isEqualTo("Fails at:line 42");
  }

  @Test
  void what_began_long_before_may_have_notes_from_then() {
    channel.say("/incident edit 1042 started:\"2026-02-20 10:00\"");

    channel.say("/incident note 1042 at:\"2026-02-14 10:00\" Pool was made smaller");

    assertThat(lastEntry()).isEqualTo("Pool was made smaller");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30 minutes ago it was bad | 30
          1h 30m it was bad         | 90
          12:30 pm it was bad       | 30
          """)
  void what_is_behind_a_time_of_several_words_is_the_note(String said, int minutesAgo) {
    channel.say("/incident note 1042 at:" + said);

    assertThat(lastEntry()).isEqualTo("it was bad");
    assertThat(channel.incidents.timeline().getLast().at())
        .isEqualTo(TestClock.minute(-minutesAgo));
  }

  @Test
  void a_promise_may_have_several_words_too() {
    channel.say("/incident update 1042 next:1h 30m we wait");

    assertThat(lastEntry()).isEqualTo("we wait · Next update: 14:30 EAT");
  }

  @Test
  void an_update_promises_the_next_one() {
    channel.clock.advance(Duration.ofMinutes(5));

    var reply = channel.say("/incident update 1042 Replica is taking over next:20m users:612");

    assertThat(reply.message().fallback())
        .isEqualTo("Told in the thread of #1042. The next one is due 13:25 EAT.");
    assertThat(lastEntry())
        .isEqualTo("Replica is taking over · Next update: 13:25 EAT · Affected users: 612");
    assertThat(channel.incidents.get(1042).details().times().nextUpdate())
        .contains(TestClock.minute(25));
    assertThat(Screen.wide(IncidentPost.render(channel.incidents.get(1042))))
        .contains("\n612 users affected · next update 10:25\n");
  }

  @Test
  void without_a_promise_the_severitys_target_is_one() {
    channel.say("/incident update 1042 Looking at it");

    assertThat(lastEntry()).isEqualTo("Looking at it · Next update: 13:30 EAT");
  }

  @Test
  void where_the_severity_asks_for_none_the_promise_is_kept() {
    channel.say("/incident severity 1042 low");
    channel.say("/incident update 1042 Looking at it next:10m");

    channel.say("/incident update 1042 Found it");

    assertThat(lastEntry()).isEqualTo("Found it");
    assertThat(channel.incidents.get(1042).details().times().nextUpdate()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          note 1042                  | What is to be noted?
          update 1042                | What should people know?
          update 1042 next:30m       | What should people know?
          note 1042 at:5m            | What is to be noted?
          note 1042 Pool from:Bob    | from: this is no link.
          note 1042 Fails at:line 42 | at: I can't read the time "line".
          note 1042 Yes at:2026-03-02T15:00 | at: 15:00 EAT is not yet.
          note 1042 Pool at:"2026-02-22 10:00" | Sun 22 Feb 10:00 EAT is more than a week before #1042 began (13:00 EAT). Is the day right?
          update 1042 Well next:soon | next (next-update): I can't read the time "soon".
          """)
  void a_mistake_is_explained(String words, String problem) {
    var reply = channel.say("/incident " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).startsWith(problem);
    assertThat(channel.incidents.timeline()).isEmpty();
  }

  @Test
  void too_long_a_note_is_refused_with_the_limit() {
    var reply = channel.say("/incident note 1042 " + "x".repeat(3_001));

    assertThat(reply.message().fallback())
        .startsWith("The note: 3,001 characters are too many, it takes 3,000.");
  }

  @Test
  void the_whole_timeline_can_be_read() {
    channel.say("/incident note 1042 one");
    channel.clock.advance(Duration.ofMinutes(1));
    channel.say("/incident note 1042 two");

    assertThat(Screen.wide(channel.say(People.CTO, "/incident timeline 1042").message()))
        .isEqualTo(
            """
            #1042 database_down · learnhub-db · Critical · nobody has it
            10:00  one · DevOps Engineer
            10:01  two · DevOps Engineer
            """);
  }
}
