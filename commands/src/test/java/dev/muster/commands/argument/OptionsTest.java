package dev.muster.commands.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  private static final List<Option<String>> TAKEN =
      List.of(
          option("reason", new Input.Line(100)),
          option("issues", new Input.Text(100)),
          option("took", new Input.Word(20)),
          option("since", new Input.Time()),
          option("service", new Input.Known(20, _ -> List.of())));

  private final Asker asker = new Asker(People.DEVOPS, new TestClock().instant());

  private static Option<String> option(String name, Input input) {
    return new Option<>(name, List.of(), "x", input, (text, _) -> new Value.Good<>(text));
  }

  private Sorted<String> read(Options<String> options, String text) {
    return options.read(new Typed(text), asker);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Restarted it reason:the pool was full took:5m  | Restarted it      | the pool was full
          Restarted it reason: the pool was full         | Restarted it      | the pool was full
          Restarted it --reason the pool was full        | Restarted it      | the pool was full
          reason:the pool was full took:5m Restarted it  | Restarted it      | the pool was full
          reason:"the pool" Restarted it                 | Restarted it      | the pool
          reason: "the pool" Restarted it                | Restarted it      | the pool
          Restarted it reason:the "big" pool             | Restarted it      | the "big" pool
          Restarted it reason:said \\"no\\" twice        | Restarted it      | said \\"no\\" twice
          Restarted it reason:see std::string, error: 502 | Restarted it     | see std::string, error: 502
          Restarted it took:5m at once reason:full       | Restarted it at once | full
          Restarted it service:api quickly reason:full   | Restarted it quickly | full
          """)
  void a_text_goes_on_over_words_without_quotes_until_the_next_name(
      String typed, String text, String reason) {
    var sorted = read(new Options<>(TAKEN, true), typed);

    assertThat(sorted).isInstanceOf(Sorted.Right.class);
    var right = (Sorted.Right<String>) sorted;
    assertThat(right.text()).isEqualTo(text);
    assertThat(right.values()).containsEntry("reason", reason);
  }

  @Test
  void a_text_keeps_its_lines() {
    assertThat(read(new Options<>(TAKEN, true), "1 issues:it came\nback  twice reason:x"))
        .isEqualTo(
            new Sorted.Right<>("1", Map.of("issues", "it came\nback  twice", "reason", "x")));
  }

  @Test
  void what_looks_like_a_name_and_is_none_is_not_swallowed() {
    assertThat(read(new Options<>(TAKEN, true), "Restarted it reason:pool was full result:ok"))
        .isInstanceOfSatisfying(
            Sorted.Wrong.class,
            wrong ->
                assertThat(wrong.mistake().problem())
                    .contains("I don't know \"result\"", "put that text in quotes"));
  }

  @Test
  void what_may_be_meant_otherwise_is_asked_unless_it_stands_in_quotes() {
    var options =
        new Options<>(TAKEN, true)
            .doubting((words, named, _) ->
                named.contains("took") || !words.contains("5m")
                    ? Optional.empty()
                    : Optional.of(Mistake.of("5m?")));

    assertThat(read(options, "It reason:full 5m")).isInstanceOf(Sorted.Wrong.class);
    for (var clear :
        List.of("It reason:\"full 5m\"", "It took:1m reason:full 5m", "It 5m reason:full now")) {
      assertThat(read(options, clear)).as(clear).isInstanceOf(Sorted.Right.class);
    }
  }
}
