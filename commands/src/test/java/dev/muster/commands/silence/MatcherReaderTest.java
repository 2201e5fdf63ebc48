package dev.muster.commands.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.argument.Value;
import dev.muster.commands.silence.MatcherReader.Leading;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherReaderTest {

  private static Leading leading(String text) {
    return ((Value.Good<Leading>) MatcherReader.leading(text)).value();
  }

  private static String canonical(String text) {
    return silencing(text) instanceof Value.Good<Matchers>(var all) ? all.text() : "";
  }

  private static Value<Matchers> silencing(String text) {
    return MatcherReader.silencing(leading(text).matchers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service=db env!=test",
        "env!=test service=db",
        "env != \"test\", service = \"db\"",
        "{service=\"db\",env!=\"test\"}",
        "service:db env!=test",
        "service=“db” env!=test env!=test"
      })
  void the_same_however_it_is_written_has_the_same_text(String text) {
    assertThat(canonical(text)).isEqualTo("env!=\"test\" service=\"db\"");
    assertThat(leading(text).rest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=db|db|true",
        "service=db|db-1|false",
        "service!=db|api|true",
        "service=~db.*|db-1|true",
        "service=~db|db-1|false",
        "service!~db.*|db-1|false",
        "service=\"say \\\"hi\\\"\"|say \"hi\"|true",
        "service=~\"db\\d\"|db7|true"
      })
  void they_match_as_routes_do(String text, String service, boolean matches) {
    var all = MatcherReader.parse(canonicalOf(text));

    assertThat(all.accept(Map.of("service", service))).isEqualTo(matches);
    assertThat(MatcherReader.parse(all.text()).text()).isEqualTo(all.text());
  }

  private static String canonicalOf(String text) {
    return canonical(text + " also=x").replace("also=\"x\" ", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=db 2h Disk is being swapped|2h Disk is being swapped",
        "service=db for:2h reason:x=y|for:2h reason:x=y",
        "service=db until:14:00|until:14:00",
        "service=db 14:00 vendor|14:00 vendor",
        "service=db see https://wiki/x=1|see https://wiki/x=1",
        "2h service=db|2h service=db",
        "disk_full|disk_full"
      })
  void what_is_none_is_left(String text, String rest) {
    assertThat(leading(text).rest()).isEqualTo(rest);
  }

  @Test
  void what_cannot_be_an_expression_is_said() {
    assertThat(MatcherReader.leading("service=~\"(\""))
        .isInstanceOfSatisfying(
            Value.Bad.class,
            bad -> assertThat(bad.problem()).contains("\"(\" is no RE2 expression"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "service=", "service!=db", "service=~.*", "service=~\"a|\" env!=test"})
  void what_would_silence_nearly_everything_is_refused(String text) {
    assertThat(silencing(text)).isInstanceOf(Value.Bad.class);
  }

  @Test
  void labels_become_matchers_of_exactly_them() {
    var labels = Map.of("service", "db \"1\"", "env", "prod", "two words", "x");

    assertThat(MatcherReader.of(labels)).isEqualTo("env=\"prod\" service=\"db \\\"1\\\"\"");
    assertThat(MatcherReader.parse(MatcherReader.of(labels)).accept(labels)).isTrue();
  }
}
