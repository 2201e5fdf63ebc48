package dev.muster.commands.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  private static Typed behind(String text, String... arguments) {
    var place = new Place("web", "incidents", Optional.empty());
    return Typed.behind(new Invocation(People.DEVOPS, place, text, "r1"), List.of(arguments));
  }

  @Test
  void what_stands_behind_the_name_is_as_it_was_typed() {
    assertThat(behind("  /muster  incident note\n a  b\n\nc ", "a", "b", "c").text())
        .isEqualTo("a  b\n\nc");
    assertThat(behind("/incident note").isEmpty()).isTrue();
    assertThat(behind("/incident ack 1042", "1042").first()).isEqualTo("1042");
    assertThat(behind("/incident ack 1042", "1042").behindFirst().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "a b"         | a b
          “a b”         | a b
          «a b»         | a b
          "a b          | a b
          a "b" c       | a "b" c
          "a" and "b"   | "a" and "b"
          it's          | it's
          "say \\"x\\"" | say "x"
          """)
  void quotes_around_all_of_it_are_taken_off(String typed, String text) {
    assertThat(Quotes.strip(typed)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "say \"x\"", "back\\slash", "“typographic”", ""})
  void what_is_put_into_quotes_comes_out_of_them(String text) {
    assertThat(Quotes.strip(Quotes.around(text))).isEqualTo(text);
  }
}
