package dev.muster.integrations.sources.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.integrations.sources.body.JsonReader;
import dev.muster.integrations.sources.mapping.JsonPath.BadPath;
import dev.muster.integrations.sources.mapping.JsonPath.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {

  private static final Scope BODY =
      Scope.of(
          JsonReader.read(
              """
              {"a": {"b": "deep", "it's": 1, "x y": 2, "s/t~u": 3}, "list": [10, 20, {"n": 30}],
               "null": null, "kebab-case": true}
              """
                  .getBytes(UTF_8)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.a.b          | deep    | /a/b",
        "$['a'][\"b\"]  | deep    | /a/b",
        "$.a['it\\'s']  | 1       | /a/it's",
        "$.a['x y']     | 2       | /a/x y",
        "$.a['s/t~u']   | 3       | /a/s~1t~0u",
        "$.list[0]      | 10      | /list/0",
        "$.list[-1].n   | 30      | /list/2/n",
        "$.kebab-case   | true    | /kebab-case",
        "$$.a.b         | deep    | /a/b"
      })
  void leads_to_a_value_and_knows_its_pointer(String path, String text, String pointer) {
    var found = JsonPath.parse(path).in(BODY);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().value().asText()).isEqualTo(text);
    assertThat(found.getFirst().pointer()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "$.list[*], 3",
    "$.a.*, 4",
    "$.nowhere, 0",
    "$.list[3], 0",
    "$.a[0], 0",
    "$.list.a, 0"
  })
  void leads_to_as_many_as_there_are(String path, int count) {
    assertThat(JsonPath.parse(path).in(BODY)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title     | expected $ at character 1",
        "$.        | expected a name after the dot; write other names as ['my name'] at character"
            + " 3",
        "$..a      | \"..\" is not supported; write the whole way at character 3",
        "$[        | expected a number, * or 'a name' between the brackets at character 3",
        "$['a      | expected ' at character 5",
        "$[1       | expected ] at character 4",
        "$[9999999] | expected a number, * or 'a name' between the brackets at character 10",
        "$ a       | expected [ at character 2"
      })
  void says_where_a_path_is_none(String path, String message) {
    assertThatThrownBy(() -> JsonPath.parse(path)).isInstanceOf(BadPath.class).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.a.b                       | deep",
        "b is {$.a.b}, n {$.list[2].n} | b is deep, n 30",
        "always                      | always",
        "{braces} alone              | {braces} alone",
        "$.list[*]                   | 10, 20"
      })
  void a_text_may_hold_paths(String words, String text) {
    assertThat(Words.of(words).in(BODY)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({"$.nowhere", "$.null", "x {$.nowhere}", "$.a", "$.list[2]"})
  void nothing_there_says_nothing_and_the_next_choice_counts(String words) {
    assertThat(Words.of(words).in(BODY)).isEmpty();
    assertThat(Words.of(words, "$.a.b").in(BODY)).contains("deep");
  }
}
