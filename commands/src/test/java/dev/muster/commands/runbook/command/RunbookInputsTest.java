package dev.muster.commands.runbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.card.Says;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.InputText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run is given: typed, from an alert, or from the run before. */
class RunbookInputsTest {

  private final Office office =
      new Office(Written.LOOK, Written.RESTART, Written.FAILOVER, Written.FLUSH);

  private Reply click(Person person, Reply shown, String label) {
    return office.say(person, Buttons.command(shown, label));
  }

  @Test
  void what_is_missing_is_asked_for_in_a_form_and_nothing_typed_is_lost() {
    var form = office.say(Office.OPS, "/runbook run restart-api size=large").form().orElseThrow();
    assertThat(form.command()).endsWith("runbook run restart-api");
    assertThat(values(form))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("replicas", "", "size", "large", "who", "", "hurry", "no"));
    assertThat(field(form, "replicas").problem()).contains("This is needed.");
    assertThat(field(form, "who").choices()).hasSize(6);
  }

  @Test
  void what_is_to_be_typed_keeps_what_was_typed_well() {
    assertThat(
            Screen.wide(
                office.say(Office.OPS, "/runbook run restart-api size=huge hurry=yes").message()))
        .endsWith("Write `/runbook run restart-api hurry:yes replicas=… size=…`\n");
  }

  @Test
  void what_is_wrong_is_marked() {
    var form =
        office
            .say(Office.OPS, "/runbook run restart-api replicas=12 size=huge")
            .form()
            .orElseThrow();
    assertThat(field(form, "replicas").problem().orElseThrow()).contains("from 1 to 9");
    assertThat(field(form, "size").value()).isEqualTo("huge");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replica=2    | Its inputs: replicas, size, who, hurry. Did you mean replicas= ?",
        "replica:2    | Its inputs: replicas, size, who, hurry. Did you mean replicas: ?",
        "foo=bar      | Its inputs: replicas, size, who, hurry. Nothing was changed.",
        "offr=1       | Its inputs: replicas, size, who, hurry. Nothing was changed.",
        "dryy=yes     | Did you mean dry= ?",
        "fro=#42      | Did you mean for= ?"
      })
  void an_unknown_input_leads_to_those_that_there_are(String typed, String said) {
    var reply = office.say(Office.OPS, "/runbook run restart-api " + typed);
    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).contains("restart-api has no input \"").contains(said);
    assertThat(Screen.wide(reply.message()))
        .contains("Write for example `/runbook run restart-api replicas=…`");
  }

  @ParameterizedTest
  @CsvSource({"foo=bar, ''", "fro=#42, for=#42", "replica=2, replicas=2", "replica=many, ''"})
  void what_was_meant_is_offered_only_where_the_value_can_be_that(String typed, String meant) {
    var reply = office.slip(Office.OPS, "/runbook run restart-api " + typed);
    var offered = Buttons.of(reply).stream().map(Block.Button::command).toList();
    assertThat(offered)
        .isEqualTo(meant.isEmpty() ? List.of() : List.of("/runbook run restart-api " + meant));
  }

  @Test
  void where_there_are_none_that_is_said() {
    assertThat(office.say(Office.OPS, "/runbook run slow-queries foo=bar").message().fallback())
        .isEqualTo("slow-queries has no input \"foo\". It takes none. Nothing was changed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1.5S", "PT0.000000007S", "PT2H", "PT90.25S"})
  void what_a_run_was_given_is_typed_so_that_it_reads_back_the_same(String length) {
    var value = Duration.parse(length);
    assertThat(InputText.read(new Input.Type.Length(), Says.typed(value), List.of()))
        .isEqualTo(new InputText.Reading.Value(value));
  }

  @Test
  void quotes_dollars_and_commands_in_a_value_are_text() throws InterruptedException {
    var value = "a b=c $(rm -rf /) '; drop";
    var shown = office.say(Office.OPS, "/runbook run failover replica=\"" + value + "\"");
    click(Office.OPS, shown, "Run");
    assertThat(office.run(1).origin().inputs()).containsEntry("replica", value);
  }

  @Test
  void a_secret_is_never_shown() {
    var shown = office.say(Office.OPS, "/runbook run failover");
    assertThat(Screen.wide(shown.message())).doesNotContain("s3cret");
  }

  @Test
  void what_a_run_was_given_is_filled_in_only_for_whoever_may_run_it() {
    var shown = office.sayInThread(Office.OPS, "/runbook run restart-api replicas=2 size=large");
    office.sayInThread(Office.OPS, Buttons.command(shown, "Run"));

    var again = "/runbook run restart-api again:1 replicas=many";
    assertThat(office.say(Office.READER, again).error()).contains(Reply.Error.DENIED);
    assertThat(values(office.say(Office.OPS, again).form().orElseThrow()))
        .containsEntry("size", "large");
  }

  @Test
  void what_failed_is_offered_again_with_the_same_inputs_to_whoever_may()
      throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    var shown = office.sayInThread(Office.OPS, "/runbook run restart-api replicas=2 size=large");
    office.sayInThread(Office.OPS, Buttons.command(shown, "Run"));
    office.work();
    var over = office.say(Office.OPS, "/runbook status 1");
    var again = Buttons.command(over, "Run again");
    assertThat(again).isEqualTo("/runbook run restart-api again:1 for:#42");

    assertThat(office.say(Office.READER, again).error()).contains(Reply.Error.DENIED);
    office.change.does(_ -> new Outcome.Done(Map.of(), "done"));
    click(Office.BOSS, office.say(Office.BOSS, again), "Run");
    office.work();

    assertThat(office.run(2).hasSucceeded()).isTrue();
    assertThat(office.run(2).origin().inputs()).isEqualTo(office.run(1).origin().inputs());
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook status 2").message()))
        .doesNotContain("Run again");
  }

  private static Map<String, String> values(Form form) {
    return form.fields().stream().collect(Collectors.toMap(Form.Field::name, Form.Field::value));
  }

  private static Form.Field field(Form form, String name) {
    return form.fields().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
