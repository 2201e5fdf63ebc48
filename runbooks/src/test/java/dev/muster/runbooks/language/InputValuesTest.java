package dev.muster.runbooks.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.language.Input.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputValuesTest {

  private static final Map<String, Input> INPUTS = inputs();

  private static Map<String, Input> inputs() {
    var inputs = new LinkedHashMap<String, Input>();
    List.of(
            new Input("replica", new Type.Text(Optional.of("[a-z0-9-]+"), 20), true, null, ""),
            new Input("note", new Type.Text(Optional.empty(), 1000), false, null, ""),
            new Input("count", new Type.Whole(Optional.of(1L), Optional.of(20L)), true, 2L, ""),
            new Input(
                "share",
                new Type.Decimal(Optional.of(BigDecimal.ZERO), Optional.empty()),
                false,
                null,
                ""),
            new Input("force", new Type.YesNo(), false, null, ""),
            new Input("region", new Type.OneOf(List.of("eu", "us")), false, null, ""),
            new Input("wait", new Type.Length(), false, null, ""),
            new Input("who", new Type.Somebody(), false, null, ""),
            new Input("token", new Type.Secret("ADMIN_TOKEN"), true, null, ""))
        .forEach(input -> inputs.put(input.name(), input));
    return inputs;
  }

  @Test
  void are_read_by_their_types() {
    var read =
        typed(
            "replica=app-1",
            "count=3",
            "share=0.25",
            "force=yes",
            "region=eu",
            "wait=1h30m",
            "who=@nina",
            "note=a=b $(rm -rf /) '\"`\n--");
    assertThat(read.areComplete()).isTrue();
    assertThat(read.values())
        .isEqualTo(
            Map.of(
                "replica",
                "app-1",
                "note",
                "a=b $(rm -rf /) '\"`\n--",
                "count",
                3L,
                "share",
                0.25,
                "force",
                true,
                "region",
                "eu",
                "wait",
                Duration.ofMinutes(90),
                "who",
                "nina"));
  }

  @Test
  void what_is_missing_is_asked_for_and_defaults_are_taken() {
    var read = typed();
    assertThat(read.missing()).extracting(Input::name).containsExactly("replica");
    assertThat(read.values()).isEqualTo(Map.of("count", 2L));
    assertThat(read.areComplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replica=App_1 | replica | expected a text that the whole pattern [a-z0-9-]+ matches, found `App_1`
          replica=aaaaaaaaaaaaaaaaaaaaa | replica | longer than 20 characters; make it shorter
          count=21 | count | expected a whole number from 1 to 20, found `21`
          count=many | count | expected a whole number from 1 to 20, found `many`
          share=-1 | share | expected a number from 0 on, found `-1`
          force=perhaps | force | expected yes or no, found `perhaps`
          region=ue | region | expected one of `eu`, `us`, found `ue`; did you mean `eu` or `us`?
          wait=soon | wait | expected a length of time such as 30s, 15m or 1h30m, found `soon`
          who=nino | who | there is nobody called `nino`; did you mean `nina`?
          token=abc | token | a secret is never typed; it is taken from ADMIN_TOKEN where Muster runs
          replika=a | replika | there is no input `replika`; did you mean `replica`?
          """)
  void say_what_to_type_instead(String word, String name, String why) {
    assertThat(typed(word).refused()).containsExactly(Map.entry(name, why));
  }

  @Test
  void are_without_invisible_signs() {
    assertThat(typed("note=a\u0007").refused())
        .containsExactly(Map.entry("note", "has an invisible control character; type it again"));
  }

  @Test
  void what_was_computed_is_of_its_type_or_text() {
    var given =
        Map.of(
            "replica",
            "app-1",
            "count",
            3.0,
            "share",
            1L,
            "force",
            true,
            "wait",
            Duration.ofMinutes(90),
            "who",
            "somebody-else");
    var read = InputValues.computed(INPUTS, given);

    assertThat(read.problems()).isEmpty();
    assertThat(read.values())
        .isEqualTo(
            Map.of(
                "replica",
                "app-1",
                "count",
                3L,
                "share",
                1.0,
                "force",
                true,
                "wait",
                Duration.ofMinutes(90),
                "who",
                "somebody-else"));
  }

  @Test
  void what_is_wrong_with_what_was_computed_is_said_by_name() {
    assertThat(InputValues.computed(INPUTS, Map.of("count", 2.5, "token", "abc")).problems())
        .containsExactly(
            "count: expected a whole number from 1 to 20, found `2.5`",
            "token: a secret is never typed; it is taken from ADMIN_TOKEN where Muster runs",
            "replica is missing");
  }

  private static InputValues typed(String... words) {
    var given = new LinkedHashMap<String, String>();
    for (var word : words) {
      var equals = word.indexOf('=');
      given.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return InputValues.of(INPUTS, given, List.of("nina", "otto"));
  }
}
