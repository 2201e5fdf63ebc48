package dev.muster.runbooks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.runbooks.cel.Expressions;
import dev.muster.runbooks.expression.Known;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Known.Sort;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Yaml;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  private static final Group NAMES =
      new Group(
          "name",
          "names",
          Map.of(
              "inputs",
              new Group(
                  "input",
                  "inputs",
                  Map.of("n", Known.of(Sort.WHOLE), "text", Known.of(Sort.TEXT))),
              "result",
              Known.of(Sort.ANYTHING)));

  @Test
  void stands_for_the_value_itself_when_it_is_alone() {
    assertThat(filled("\"${{ inputs.n }}\"")).isEqualTo(3L);
    assertThat(filled("\"  ${{ inputs.n }}\"")).isEqualTo("  3");
    assertThat(filled("\"${{ result }}\"")).isEqualTo(RESULT);
    assertThat(filled("{a: [\"${{ inputs.n }}\", 1, 1.5, true, null, 0x1f, x]}"))
        .isEqualTo(Map.of("a", Arrays.asList(3L, 1L, 1.5, true, null, 31L, "x")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          took ${{ result.took }} | took 12 min
          ${{ result.took }}, then ${{ result.long }} | 12 min, then 1 d 2 h
          at ${{ result.at }} | at 2026-11-01 03:00:00 UTC
          ${{ result.none }} is it | none is it
          lag ${{ 0.5 + 1.0e6 }} | lag 1000000.5
          ${{ result.list }}! | 1, 2!
          ${{ {'a': {'b': 1}} }}! | a: b: 1!
          ${{ '}}' }}! | }}!
          a $${{ b }} c | a ${{ b }} c
          ${{ inputs.text }}; | $(rm -rf /) '"`; x;
          """)
  void stands_for_its_words_within_a_text(String text, String words) {
    assertThat(filled("|-\n  " + text)).isEqualTo(words);
  }

  @Test
  void names_what_it_uses() {
    var template = read("{a: \"x ${{ inputs.n }}\", b: [\"${{ result.x.y }}\"], c: 1}");
    assertThat(template.paths()).containsExactlyInAnyOrder("inputs.n", "result");
    assertThat(template.names()).containsExactlyInAnyOrder("inputs", "result");
    assertThat(read("{a: [1, {b: x}]}").paths()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: "${{ inputs.m }}" | r.yaml:1:4: in `${{ inputs.m }}`: there is no input `m`
          a: "${{ inputs.n" | r.yaml:1:4: `${{` is not closed here; end the expression with `}}`
          a: "${{ }}" | r.yaml:1:4: in `${{  }}`: an empty expression
          a: "${env:TOKEN}" | r.yaml:1:4: a runbook is given secrets as inputs
          "${{ inputs.n }}": 1 | r.yaml:1:1: a key is written as it is
          a: 99999999999999999999 | r.yaml:1:4: `99999999999999999999` is a number that nothing can be done with
          """)
  void says_where_it_is_wrong(String yaml, String problem) {
    var problems = new Problems();
    assertThat(read(yaml, problems)).isEmpty();
    assertThat(problems.inOrder().stream().map(Problem::toString))
        .singleElement()
        .asString()
        .startsWith(problem);
  }

  @Test
  void becomes_no_text_without_end() {
    var template = read("\"${{ result.big }}${{ result.big }}\"");
    var values = new HashMap<String, Object>(VALUES);
    values.put("result", Map.of("big", "x".repeat(600_000)));
    assertThatThrownBy(() -> template.fill(values))
        .isInstanceOf(Unevaluable.class)
        .hasMessageContaining("more than 1 MiB");
  }

  @Test
  void what_only_a_run_shows_has_a_gap_within_a_text_and_is_no_value() {
    var within = read("\"Remove ${{ result.list }} of ${{ inputs.n }}?\"");
    var known = Map.of("inputs", Map.of("n", 3L));
    assertThat(within.fill(known, _ -> "…")).isEqualTo("Remove … of 3?");
    assertThatThrownBy(() -> within.fill(known))
        .isInstanceOf(Unevaluable.class)
        .hasMessage("`result.list` comes to nothing: what it looks at is not known yet");
    assertThatThrownBy(() -> read("${{ result.list }}").fill(known, _ -> "…"))
        .isInstanceOf(Unevaluable.class);
  }

  private static final Map<String, Object> RESULT = result();
  private static final Map<String, Object> VALUES =
      Map.of("inputs", Map.of("n", 3L, "text", "$(rm -rf /) '\"`; x"), "result", RESULT);

  private static Map<String, Object> result() {
    var result = new HashMap<String, Object>();
    result.put("took", Duration.ofMinutes(12));
    result.put("long", Duration.ofHours(26));
    result.put("at", Instant.parse("2026-11-01T03:00:00Z"));
    result.put("none", null);
    result.put("list", List.of(1L, 2L));
    return result;
  }

  private static Object filled(String yaml) {
    return read(yaml).fill(VALUES);
  }

  private static Template read(String yaml) {
    var problems = new Problems();
    var read = read(yaml, problems);
    assertThat(problems.inOrder()).isEmpty();
    return read.orElseThrow();
  }

  private static Optional<Template> read(String yaml, Problems problems) {
    return Yaml.parse("r.yaml", yaml, problems)
        .flatMap(node -> new Templates(new Expressions(NAMES)).read(node, NAMES, problems));
  }
}
