package dev.muster.integrations.slack.fake.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class ViewRulesTest {

  private static final String DIVIDER = "{'type':'divider'}";
  private static final String INPUT =
      "{'type':'input','label':{'type':'plain_text','text':'%s'},'element':{'type':'%s'}}";

  static Stream<Arguments> limits() {
    return Stream.of(
        arguments(text("title", 24), text("title", 25), "/view/title/text"),
        arguments(text("submit", 24), text("submit", 25), "/view/submit/text"),
        arguments(text("close", 24), text("close", 25), "/view/close/text"),
        arguments(
            string("private_metadata", 3000),
            string("private_metadata", 3001),
            "/view/private_metadata"),
        arguments(string("callback_id", 255), string("callback_id", 256), "/view/callback_id"),
        arguments(string("external_id", 255), string("external_id", 256), "/view/external_id"),
        arguments(blocks(100, DIVIDER), blocks(101, DIVIDER), "/view/blocks"),
        arguments(input(2000, "plain_text_input"), input(2001, "plain_text_input"), "label/text"),
        arguments(input(1, "plain_text_input"), input(1, "button"), "unsupported type: button"),
        arguments("'notify_on_close':true", "'colour':'red'", "additional property: colour"),
        arguments("'submit_disabled':false", "'type':'home'", "/view/type"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void one_more_is_a_problem(String fits, String tooMuch, String where) {
    assertThat(problemsOf(fits)).isEmpty();
    assertThat(problemsOf(tooMuch)).isNotEmpty().allMatch(it -> it.contains(where));
  }

  @Test
  void a_form_has_a_button_to_submit_it() {
    var view = view(input(1, "plain_text_input"));
    view.remove("submit");
    assertThat(ViewRules.problemsOf(view, Surface.MODAL))
        .containsExactly("missing required field: submit [json-pointer:/view]");
  }

  @Test
  void a_home_tab_has_no_title() {
    var view = view("'type':'home'");
    assertThat(ViewRules.problemsOf(view, Surface.HOME))
        .contains("invalid additional property: title [json-pointer:/view]");
  }

  private static List<String> problemsOf(String members) {
    return ViewRules.problemsOf(view(members), Surface.MODAL);
  }

  private static ObjectNode view(String members) {
    var usual =
        "{'type':'modal','title':{'type':'plain_text','text':'a'},"
            + "'submit':{'type':'plain_text','text':'a'},'blocks':[]}";
    var view = Json.objectOf(usual.replace('\'', '"'));
    return view.setAll(Json.objectOf("{" + members.replace('\'', '"') + "}"));
  }

  private static String text(String name, int length) {
    return "'%s':{'type':'plain_text','text':'%s'}".formatted(name, "x".repeat(length));
  }

  private static String string(String name, int length) {
    return "'%s':'%s'".formatted(name, "x".repeat(length));
  }

  private static String blocks(int number, String block) {
    return "'blocks':[" + String.join(",", Collections.nCopies(number, block)) + "]";
  }

  private static String input(int label, String element) {
    return blocks(1, INPUT.formatted("x".repeat(label), element));
  }
}
