package dev.muster.bot.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyViewTest {

  private static BodyView view(String body, String error) {
    return BodyView.of(body.getBytes(StandardCharsets.UTF_8), error);
  }

  @Test
  void the_place_of_the_fault_divides_its_line() {
    var view = view("{\n  \"a\": ,\n}", "line 2, column 8: a value is missing");

    assertThat(view.lines())
        .containsExactly(
            new BodyView.Line(1, "{", "", false),
            new BodyView.Line(2, "  \"a\": ", ",", true),
            new BodyView.Line(3, "}", "", false));
    assertThat(view.size()).isEqualTo("12 bytes");
  }

  @Test
  void a_fault_behind_the_end_of_a_line_stands_at_its_end() {
    assertThat(view("{", "line 1, column 99: the body ends").lines())
        .containsExactly(new BodyView.Line(1, "{", "", true));
  }

  @Test
  void an_error_without_a_place_marks_nothing() {
    assertThat(view("{}", "at /alerts: is missing").lines()).noneMatch(BodyView.Line::isFault);
    assertThat(view("{}", "line 0, column 0: odd").lines()).noneMatch(BodyView.Line::isFault);
  }

  @Test
  void of_a_long_body_the_beginning_is_shown() {
    var long1 = view("x".repeat(100_000), "");
    var many = view("x\n".repeat(5_000), "");

    assertThat(long1.isCut()).isTrue();
    assertThat(long1.size()).isEqualTo("97 KiB");
    assertThat(many.isCut()).isTrue();
    assertThat(many.lines()).hasSize(1_500);
    assertThat(view("", "").isEmpty()).isTrue();
  }
}
