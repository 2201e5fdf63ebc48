package dev.muster.commands.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.operation.Account;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationCommandsTest implements IncidentThreads {

  private static final String RESTART =
      "/ops log Restarted api-1 reason:\"memory leak\" impact:\"errors went away\" took:20m"
          + " issues:\"took two tries\" follow-up:\"find the leak\"";

  private static final RunId KEPT = new RunId(318);
  private static final Directory READERS =
      new Directory(
          List.of(People.DEVOPS, People.CTO),
          Map.of(
              "responder",
              Set.of(
                  Right.parse("incident:*"), Right.parse("report:*"), Right.parse("runbook:view")),
              "viewer",
              Set.of(Right.parse("report:view"))));

  private final TestClock clock = new TestClock();
  private final MemoryOperations log = new MemoryOperations();
  private final Router router =
      new Router(
          new CommandTable(commands()), List.of(new AskFilter(clock, _ -> Optional.empty())));

  private List<Command> commands() {
    var leads = new Leads(READERS, runs -> runs.contains(KEPT) ? Set.of(KEPT) : Set.of());
    var desk = new OperationDesk(log, this, id -> id.value() == 42, leads, clock);
    var all = new ArrayList<Command>(OperationCommands.all(desk));
    all.add(new HelpCommand(() -> new CommandTable(all), People.directory()));
    return all;
  }

  @Override
  public Optional<IncidentId> incidentAt(Place place) {
    return place.thread().map(_ -> new IncidentId(7));
  }

  @Override
  public void append(ThreadReply reply) {
    throw new AssertionError("nobody is told in a thread");
  }

  private Reply say(String text) {
    return say(People.DEVOPS, Optional.empty(), text);
  }

  private Reply say(Person who, Optional<String> thread, String text) {
    return router.handle(new Invocation(who, new Place("web", "incidents", thread), text, "r1"));
  }

  private Operation first() {
    return log.find(new OperationId(1)).orElseThrow();
  }

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
  void it_began_when_that_is_said() {
    var began = clock.instant().minus(Duration.ofHours(2));

    say("/ops log Restarted it reason:stuck took:5m at:2h");

    assertThat(first().account().at()).isEqualTo(began);
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
