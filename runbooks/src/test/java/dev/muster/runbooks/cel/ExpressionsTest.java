package dev.muster.runbooks.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Known.Sort;
import dev.muster.runbooks.expression.Unevaluable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  private static final Group INPUTS =
      new Group(
          "input",
          "inputs",
          Map.of(
              "replica", Known.of(Sort.TEXT),
              "count", Known.of(Sort.WHOLE),
              "wait", Known.of(Sort.LENGTH),
              "extra", Known.of(Sort.ANYTHING)));
  private static final Group STEPS =
      new Group(
          "step",
          "earlier steps",
          Map.of(
              "go",
              new Group(
                  "value of a step",
                  "values of a step",
                  Map.of("duration", Known.of(Sort.LENGTH), "outputs", Known.of(Sort.ANYTHING))),
              "late",
              new Known.Elsewhere("step `late` comes later")));
  private static final Group NAMES = names();

  private static Group names() {
    var names = new LinkedHashMap<String, Known>();
    names.put("inputs", INPUTS);
    names.put("steps", STEPS);
    names.put("vars", new Group("variable", "variables", Map.of()));
    names.put("result", Known.of(Sort.ANYTHING));
    names.put("item", new Known.Elsewhere("`item` is there only in a step with `forEach`"));
    return new Group("name", "names", names);
  }

  @Test
  void comes_to_values_of_ours() {
    assertThat(value("inputs.replica + '-1'")).isEqualTo("app-1");
    assertThat(value("inputs.count + 1")).isEqualTo(4L);
    assertThat(value("inputs.wait + duration('1h')")).isEqualTo(Duration.ofMinutes(72));
    assertThat(value("timestamp('2026-01-01T00:00:00Z')"))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(value("[1, 'a', null, 1.5]")).isEqualTo(Arrays.asList(1L, "a", null, 1.5));
    assertThat(value("{'a': {'b': [true]}}")).isEqualTo(Map.of("a", Map.of("b", List.of(true))));
    assertThat(value("result.none")).isNull();
    assertThat(value("result.rows")).isEqualTo(List.of(Map.of("n", 1L), Map.of("n", 2L)));
    assertThat(value("result.rows.map(r, r.n)")).isEqualTo(List.of(1L, 2L));
    assertThat(value("result.map(k, k).size()")).isEqualTo(4L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "result.bytes == 0",
        "result.none == null",
        "result.rows.exists(r, r.n == 2) && !result.rows.all(r, r.n == 2)",
        "steps.go.duration > duration('10m')",
        "has(inputs.replica) && !has(result.other)",
        "inputs.replica.matches('^[a-z]+$')",
        "inputs.count in [1, 2, 3]",
        "'a b'.replace(' ', '-') == 'a-b' && [1, 2].join('+') == '1+2'",
        "result.bytes < 1.5"
      })
  void holds(String source) {
    assertThat(compiled(source).holds(VALUES)).isTrue();
  }

  @Test
  void names_what_it_uses() {
    var source = "steps.go.outputs.x > inputs.count && result.rows.exists(replica, replica.n > 1)";
    assertThat(compiled(source).paths())
        .containsExactlyInAnyOrder("steps.go.outputs", "inputs.count", "result");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          inputs.replca | there is no input `replca`; did you mean `replica`?
          replica == 'a' | there is no name `replica`; did you mean `inputs.replica`?
          input.replica | there is no name `input`; did you mean `inputs`?
          inputs == 1 | `inputs` is no value itself; write one of
          steps.go | `steps.go` is no value itself; write one of
          steps.late.outputs | step `late` comes later
          item.name | `item` is there only in a step with `forEach`
          vars.api | there is no variable `api`; no variables are declared
          steps.go.length > duration('1s') | there is no value of a step `length`
          inputs.count == '3' | `==` does not go between a whole number and text; a text stands in quotes and a number does not
          inputs.wait > 10 | `>` does not go between a length of time and a whole number; a length of time is written duration('10m')
          inputs.count + inputs.wait | a length of time is written duration('10m')
          inputs['replica'] | `inputs` is no value itself; write one of
          result.rows['a'] + inputs.replica[1] | `[…]` does not go between text and a whole number
          len(result.rows) > 1 | there is no function `len`; write `size(…)`
          siz(result.rows) > 1 | there is no function `siz`; did you mean `size`?
          result.bytes = 0 | this is no expression at character 14: a comparison is written `==`
          result.bytes == | it ends too soon
          result.bytes == 'a | a text is not closed
          result.status == 200 and true | this is no expression at character 22
          google.protobuf.Duration{seconds: 1} | there are no types such as `google.protobuf.Duration` here
          """)
  void says_what_is_wrong_before_anything_runs(String source, String fault) {
    assertThat(faults(source)).anySatisfy(said -> assertThat(said).contains(fault));
  }

  @Test
  void is_bounded_in_length_and_depth() {
    assertThat(faults("1" + " + 1".repeat(2_000))).first().asString().contains("4000 characters");
    assertThat(faults("(".repeat(200) + "1" + ")".repeat(200)))
        .first()
        .asString()
        .contains("nested too deep");
    assertThat(faults("  ")).first().asString().contains("an empty expression");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          result.bytez == 0 | there is no `bytez` here; `has(….bytez)` asks whether there is
          result[inputs.replica] == 0 | something that it asks for is not there
          result.rows[7].n == 1 | the list is not that long
          1 / result.bytes == 1 | it divides by zero
          result.bytes > 'a' | values of different kinds do not go together
          9223372036854775807 + result.rows[0].n == 1 | a number becomes too large
          duration(inputs.replica) > duration('1s') | a text cannot be read as what it is used for
          inputs.replica.matches('[') | a text cannot be read as what it is used for
          """)
  void says_why_it_comes_to_nothing_without_values(String source, String why) {
    var expression = compiled(source);
    assertThatThrownBy(() -> expression.value(VALUES))
        .isInstanceOf(Unevaluable.class)
        .hasMessageStartingWith("`" + source + "` comes to nothing: ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("app");
  }

  @Test
  void is_neither_true_nor_false() {
    var expression = compiled("inputs.count");
    assertThatThrownBy(() -> expression.holds(VALUES))
        .hasMessage("inputs.count is neither true nor false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "result.many.all(a, result.many.all(b, result.many.all(c, a == b)))",
        "result.many.map(a, result.text + string(a)).size() > 0",
        "result.text.replace('x', result.text).size() > 0",
        "result.many.map(a, result.text).join('').size() > 0",
        "result.many.map(a, result.text)",
        "{'a': result.many.map(a, {result.text: 1})}",
        "result.many.exists(a, result.many.map(b, result.text + result.text).size() < 0) || true",
        "result.many.all(a, result.text.matches('(x+x+)+y') || true)",
        "result.many.exists(a, result.many.all(b, (result.text + string(b)) == '')) || false"
      })
  void never_goes_on_without_end(String source) {
    var many = new ArrayList<>(Collections.nCopies(5_000, 1L));
    var values = new HashMap<String, Object>(VALUES);
    values.put("result", Map.of("many", many, "text", "x".repeat(200_000)));
    var expression = compiled(source);
    assertThatThrownBy(() -> expression.value(values))
        .isInstanceOf(Unevaluable.class)
        .hasMessageContaining("comes to nothing");
  }

  private static final Map<String, Object> VALUES = values();

  private static Map<String, Object> values() {
    var result = new HashMap<String, Object>();
    result.put("bytes", 0L);
    result.put("none", null);
    result.put("rows", List.of(Map.of("n", 1), Map.of("n", 2)));
    result.put("text", "body");
    return Map.of(
        "inputs",
        Map.of("replica", "app", "count", 3L, "wait", Duration.ofMinutes(12)),
        "steps",
        Map.of("go", Map.of("duration", Duration.ofMinutes(12), "outputs", Map.of("x", 1L))),
        "result",
        result);
  }

  private static Object value(String source) {
    return compiled(source).value(VALUES);
  }

  private static Expression compiled(String source) {
    var faults = new ArrayList<String>();
    var read = new Expressions(NAMES).expression(source, NAMES, faults::add);
    assertThat(faults).isEmpty();
    return read.orElseThrow();
  }

  private static List<String> faults(String source) {
    var faults = new ArrayList<String>();
    var read = new Expressions(NAMES).expression(source, NAMES, faults::add);
    assertThat(read).isEmpty();
    return faults;
  }
}
