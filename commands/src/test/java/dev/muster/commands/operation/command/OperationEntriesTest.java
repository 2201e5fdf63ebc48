package dev.muster.commands.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of the operation log that there are: shown, added to and listed. */
class OperationEntriesTest extends TestOperations {

  @Test
  void an_entry_is_shown_with_what_was_added_by_whom() {
    say(RESTART);
    clock.advance(Duration.ofHours(3));

    var added =
        say(People.BACKEND, Optional.empty(), "/ops edit 1 issues:\"it came back\" next:\"more\"");

    assertThat(added.message().fallback())
        .isEqualTo("Backend Engineer added to the issues and follow-up of operation 1.");
    assertThat(first().account().issues()).as("nothing is rewritten").isEqualTo("took two tries");
    assertThat(first().addenda(Part.ISSUES))
        .singleElement()
        .matches(one -> one.text().equals("it came back"));
    assertThat(Screen.wide(say("/ops show 1").message()))
        .isEqualTo(
            """
            Operation 1: Restarted api-1
            09:40 · took 20 min · DevOps Engineer · by hand
            Why: memory leak
            Impact: errors went away
            Issues: took two tries
            Issues, later: it came back (Backend Engineer, 13:00)
            Follow-up: find the leak
            Follow-up, later: more (Backend Engineer, 13:00)
            [Add to it]
            """);
  }

  @Test
  void an_entry_leads_on_only_where_its_reader_may_go_and_to_what_there_is() {
    var account = Account.of(clock.instant(), "Failed over");
    var by = new Who("devops", "DevOps Engineer");
    for (var run : List.of(KEPT, new RunId(9))) {
      log.add(
          new Entry(
              account, by, clock.instant(), Optional.of(run), Optional.of(new IncidentId(42))));
    }

    assertThat(Screen.wide(say("/ops show 1").message()))
        .contains("run 318 · incident #42", "[Add to it] [Show run 318] [Show #42]");
    assertThat(Screen.wide(say("/ops show 2").message()))
        .contains("run 9 (removed by retention)", "[Add to it] [Show #42]");
    assertThat(Screen.wide(say(People.CTO, Optional.empty(), "/ops show 1").message()))
        .contains("run 318", "incident #42")
        .doesNotContain("[");
    assertThat(looked).as("once each time").containsExactly(KEPT, new RunId(9), KEPT);
  }

  @Test
  void the_button_to_add_to_an_entry_asks_what_to_add() {
    say(RESTART);

    var form = say("/ops edit 1").form().orElseThrow();

    assertThat(form.command()).isEqualTo("/ops edit 1");
    assertThat(form.fields())
        .extracting(Form.Field::name)
        .containsExactly("issues", "follow-up", "impact");
  }

  @Test
  void nothing_is_added_without_a_word_or_to_what_is_not_there() {
    say(RESTART);

    assertThat(say("/ops edit 1").error()).contains(Reply.Error.INVALID);
    assertThat(say("/ops edit 2 issues:x").error()).contains(Reply.Error.NOT_FOUND);
    assertThat(say("/ops show #2").error()).contains(Reply.Error.NOT_FOUND);
    assertThat(first().addenda()).isEmpty();
  }

  @Test
  void ten_are_listed_and_the_others_are_a_button_away_with_the_same_words() {
    for (var i = 1; i <= 12; i++) {
      say("/ops log Restarted api-" + i + " reason:leak");
    }
    say("/ops log Emptied the queue reason:leak");

    var page = Screen.wide(say("/ops list restarted").message());

    assertThat(page).containsPattern("(?m)^12 · .* · Restarted api-12 ");
    assertThat(page).contains("Restarted api-12", "Restarted api-3").doesNotContain("api-2 ");
    assertThat(page).doesNotContain("Emptied").contains("[Older]");
    assertThat(say("/ops list restarted").message().blocks().getLast().toString())
        .contains("/ops list restarted before:3");
    assertThat(Screen.wide(say("/ops list restarted before:3").message()))
        .contains("Restarted api-2", "Restarted api-1")
        .doesNotContain("api-3");
    assertThat(say("/ops list restarted before:1").message().fallback()).isEqualTo("No more.");
    assertThat(Screen.wide(say("/ops list nonsense").message()))
        .contains("No operation is like that", "/ops log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restarted \"the \\\"big\\\" pool\"",
        "\"restarted since:7d\"",
        "\"restarted max:connections\"",
        "restarted C:\\\\pool\\\\",
        "\"restarted \\\\ pool\" since:7d",
        "restarted before"
      })
  void the_others_are_a_button_away_whatever_was_typed(String typed) {
    var words = List.of("the big pool", "since 7d", "max connections", "C", "before");
    for (var i = 1; i <= 12; i++) {
      say("/ops log Restarted " + String.join(" ", words) + " reason:leak");
    }

    var first = say("/ops list " + typed);
    var older = ((Block.Buttons) first.message().blocks().getLast()).buttons().getFirst();
    var second = say(older.command());

    assertThat(first.error()).isEmpty();
    assertThat(second.error()).as(older.command()).isEmpty();
    assertThat(second.message().fallback()).isEqualTo("2 operations");
  }

  @Test
  void an_empty_log_says_how_it_is_filled() {
    assertThat(Screen.wide(say("/ops list").message()))
        .contains("Nothing is in the operation log yet", "/ops log Restarted api-1");
    assertThat(say("/muster ops list").error()).isEmpty();
    assertThat(say("/ops list since:2024-03-02 until:yesterday").error()).isEmpty();
    assertThat(say("/ops list since:soon").error()).contains(Reply.Error.INVALID);
  }

  @Test
  void signs_that_nothing_can_be_found_by_list_nothing() {
    say(RESTART);

    for (var text : List.of("\"???\"", "… !")) {
      var reply = say("/ops list " + text);
      assertThat(reply.error()).as(text).contains(Reply.Error.INVALID);
      assertThat(Screen.wide(reply.message()))
          .contains("Nothing can be found by", "/ops list failover since:7d")
          .doesNotContain("Restarted");
    }
  }
}
