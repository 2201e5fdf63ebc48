package dev.muster.commands.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationCommandsTest extends TestOperations {

  @Test
  void what_was_done_by_hand_is_written_with_all_that_is_said_of_it() {
    var now = clock.instant();

    var reply = say(RESTART);

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            Operation 1 is in the log: Restarted api-1
            [Show] [Add to it]
            """);
    var account = first().account();
    assertThat(account.what()).isEqualTo("Restarted api-1");
    assertThat(account.reason()).isEqualTo("memory leak");
    assertThat(account.impact()).isEqualTo("errors went away");
    assertThat(account.took()).contains(Duration.ofMinutes(20));
    assertThat(account.at()).as("it is over now").isEqualTo(now.minus(Duration.ofMinutes(20)));
    assertThat(account.issues()).isEqualTo("took two tries");
    assertThat(account.followUp()).isEqualTo("find the leak");
    assertThat(first().entry().by().id()).isEqualTo("devops");
    assertThat(first().entry().writtenAt()).isEqualTo(now);
    assertThat(first().entry().run()).isEmpty();
    assertThat(first().entry().incident()).isEmpty();
  }

  @Test
  void what_is_said_in_the_thread_of_an_incident_belongs_to_it_unless_another_is_named() {
    say(People.DEVOPS, Optional.of("1.1"), "/ops log Restarted it reason:stuck");
    var again =
        say(People.DEVOPS, Optional.of("1.1"), "/ops log Restarted it reason:stuck incident:42");

    assertThat(first().entry().incident()).contains(new IncidentId(7));
    assertThat(again.isPrivate()).as("nobody is told in the thread").isTrue();
    assertThat(log.find(new OperationId(2)).orElseThrow().entry().incident())
        .contains(new IncidentId(42));
    assertThat(say("/ops log Restarted it reason:stuck incident:9").error())
        .contains(Reply.Error.NOT_FOUND);
    assertThat(log.find(new OperationId(3))).isEmpty();
  }

  @Test
  void what_was_done_for_an_incident_stands_in_its_timeline_once() {
    say("/ops log Restarted api-1 reason:stuck incident:42");
    say("/ops log Emptied the queue reason:stuck");

    assertThat(incidents.timeline())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.incident()).isEqualTo(new IncidentId(42));
          assertThat(line.text()).isEqualTo("Operation 1: Restarted api-1");
          assertThat(line.actor().name()).isEqualTo("DevOps Engineer");
        });
    assertThat(incidents.locked()).containsExactly(new IncidentId(42));
  }

  @Test
  void it_began_when_that_is_said() {
    var began = clock.instant().minus(Duration.ofHours(2));

    var reply = say("/ops log Restarted it reason:stuck took:5m at:2h");

    assertThat(first().account().at()).isEqualTo(began);
    assertThat(reply.message().fallback()).endsWith("Restarted it · began 11:00 EAT");
  }

  @Test
  void a_time_of_yesterday_is_answered_with_its_day() {
    var reply = say("/ops log Restarted it reason:stuck at:23:59");

    assertThat(reply.message().fallback()).endsWith(" · began Sun 1 Mar 23:59 EAT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h 30m", "90 min", "1 h 30 min", "1h30m", "\"1h 30m\""})
  void how_long_it_took_may_have_spaces(String took) {
    say("/ops log Restarted it reason:stuck took:" + took + " at:2h");
    assertThat(first().account().took()).contains(Duration.ofMinutes(90));
    say("/ops log took:" + took + " Restarted it reason:stuck");
    assertThat(log.find(new OperationId(2)).orElseThrow().account().what())
        .isEqualTo("Restarted it");
  }

  @Test
  void texts_need_no_quotes_and_keep_to_their_names() {
    say("/ops log restart-api reason:the pool was full issues:took two tries took:5m");
    say("/ops edit 1 issues:slow all day follow-up:write a runbook");

    var account = first().account();
    assertThat(account.what()).isEqualTo("restart-api");
    assertThat(account.reason()).isEqualTo("the pool was full");
    assertThat(account.issues()).isEqualTo("took two tries");
    assertThat(account.took()).contains(Duration.ofMinutes(5));
    assertThat(first().addenda())
        .extracting(one -> one.part().word() + ": " + one.text())
        .containsExactly("issues: slow all day", "follow-up: write a runbook");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /ops log                                          | What was done
          /ops log Restarted it                             | Why was it done
          /ops log Restarted it reason:x took:soon          | is no time that it took
          /ops log Restarted it reason:x took:60d           | is no time that it took
          /ops log Restarted it reason:x at:2099-01-01 10:00 | is not yet
          /ops log Restarted it reason:x incident:api       | is no incident's number
          /ops log Restarted it raeson:x                    | I don't know "raeson"
          /ops log it reason:the pool was full result:ok    | I don't know "result"
          /ops log reason:leak Restarted api-1              | before reason:
          /ops edit issues:slow 1                           | Which entry
          /ops show                                         | Which entry
          /ops show all                                     | is no number of an entry
          /ops edit                                         | Which entry
          """)
  void what_cannot_be_read_changes_nothing_and_is_told(String text, String said) {
    var reply = say(text);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message())).contains(said);
    assertThat(log.find(new OperationId(1))).isEmpty();
  }

  @Test
  void what_is_missing_is_asked_for_in_a_form() {
    for (var text : List.of("/ops log", "/ops log Restarted it", "/ops show", "/ops edit")) {
      assertThat(say(text).form()).as(text).isPresent();
    }
  }
}
