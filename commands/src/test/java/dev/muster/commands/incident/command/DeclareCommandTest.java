package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclareCommandTest {

  private final TestChannel channel = new TestChannel();

  private Incident declared() {
    return channel.incidents.get(1051);
  }

  @Test
  void a_title_and_a_severity_are_enough() {
    var reply = channel.say("/incident declare Checkout is down severity:high");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            Declared #1051 Checkout is down · High · nobody has it
            [*I have it*] [Show]
            """);
    assertThat(reply.isPrivate()).isFalse();
    assertThat(declared().channel()).isEqualTo("incidents");
    assertThat(declared().state()).isEqualTo(new IncidentState.Triggered());
    assertThat(Screen.phone(IncidentPost.render(declared())))
        .isEqualTo(
            """
            (HIGH) HIGH · Checkout is down #1051
            TRIGGERED 10:00 · nobody has it,
            nobody is paged
            [*Acknowledge*] [Resolve] [Snooze]
            [Timeline]
            """);
    assertThat(channel.incidents.timeline())
        .extracting(TimelineEntry::kind, TimelineEntry::text)
        .containsExactly(tuple(Kind.OPENED, "Declared: Checkout is down"));
  }

  @Test
  void all_else_that_is_known_can_be_said_at_once() {
    channel.say(
        "/muster incident new \"Checkout: payments fail\" --severity Critical services:web,api"
            + " summary:\"Cards are refused\" started:12:40 users:1,200");

    var incident = declared();
    assertThat(incident.headline().title()).isEqualTo("Checkout: payments fail");
    assertThat(incident.headline().services()).containsExactly("api", "web");
    assertThat(incident.headline().summary()).contains("Cards are refused");
    assertThat(incident.details().times().started())
        .contains(Instant.parse("2026-03-02T09:40:00Z"));
    assertThat(incident.details().findings().affectedUsers()).contains(1200L);
  }

  @Test
  void without_a_severity_each_is_offered_with_when_it_applies_and_what_was_typed_is_kept() {
    var reply = channel.say("/incident declare Checkout \"is\" down services:web");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            How bad is "Checkout "is" down"? Nothing was opened yet.
            Critical: data lost for everybody
            High: a part is down
            Low: a nuisance
            [Critical] [High] [Low]
            or write it behind the title: `severity:Critical`
            """);

    channel.say(TestChannel.command(reply, "High"));

    assertThat(declared().headline().title()).isEqualTo("Checkout \"is\" down");
    assertThat(declared().headline().services()).containsExactly("web");
    assertThat(declared().severity().name()).isEqualTo("High");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | What is wrong? An incident needs a title.
          Down severity:hihg              | severity: there is no severity "hihg". Did you mean High?
          Down severty:high               | I don't know "severty". Did you mean severity: ?
          Down --owner me                 | I don't know "owner".
          Down severity:high severity:low | "severity" stands there twice.
          Down severity:high users:many   | users (affected-users): "many" is no whole number, such as 612.
          Down severity:high affected-users:many | affected-users: "many" is no whole number, such as 612.
          Down users:1 affected:2 sev:low | "users" and "affected" both mean affected-users: say it once.
          Down severity:high bogus:1      | I don't know "bogus". It takes severity, services, summary, started, detected, affected-users, etr, next-update. If it is text, put that text in quotes.
          Down severity:high etr:10:61    | etr: I can't read the time "10:61".
          Down severity:high started:in a while | started: I can't read the time "in".
          """)
  void a_mistake_is_explained_and_nothing_is_opened(String words, String problem) {
    var reply = channel.say("/incident declare " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).startsWith(problem).endsWith("Nothing was changed.");
    assertThat(Screen.wide(reply.message()))
        .contains("`/incident declare Checkout is down severity:high services:api,web`");
    assertThat(channel.incidents.timeline()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example fails, error: 502",
        "Since 14:32 nothing works",
        "localhost:8080 and redis:6379/0 refuse",
        "std::string, C:\\temp and host:/var are full",
        "Störung:überall"
      })
  void addresses_times_and_other_colons_are_part_of_a_title(String title) {
    channel.say("/incident declare " + title + " sev:low");

    assertThat(declared().headline().title()).isEqualTo(title);
  }

  @Test
  void what_looks_like_an_option_is_text_in_quotes() {
    channel.say("/incident declare \"Image api:latest is gone\" sev:low");

    assertThat(declared().headline().title()).isEqualTo("Image api:latest is gone");
  }

  @Test
  void what_a_person_declared_is_like_any_other() {
    channel.say("/incident declare Checkout is down severity:high");

    channel.say("/incident ack 1051");
    channel.say("/incident resolve 1051");

    assertThat(Screen.wide(IncidentPost.render(declared())))
        .isEqualTo(
            """
            (RESOLVED) Checkout is down · resolved after 0 s #1051
            RESOLVED by DevOps Engineer 10:00 · DevOps Engineer had it after 0 s
            [Timeline] [Reopen]
            """);
  }

  @Test
  void whoever_may_only_look_cannot_declare() {
    assertThat(channel.say(People.CTO, "/incident declare Down severity:high").error())
        .contains(Reply.Error.DENIED);
  }
}
