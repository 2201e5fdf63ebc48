package dev.muster.commands.alert.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.own.NameTemplate.Subject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTemplateTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private static String name(String template, String title) {
    return new NameTemplate(template).name(new Subject(1042, title, "Check out", "P1", DAY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inc-{number}-{title}            | Checkout is down!       | inc-1042-checkout-is-down",
        "{title}-{number}                | Checkout is down        | checkout-is-down-1042",
        "{date}_{severity}-{number}      | x                       | 2026-11-21_p1-1042",
        "inc-{service}-{number}          | x                       | inc-check-out-1042",
        "inc-{number}-{title}            | <!channel> @here        | inc-1042-channel-here",
        "inc-{number}-{title}            | Größe überschritten     | inc-1042-große-uberschritten",
        "inc-{number}-{title}            | データベース            | inc-1042-データベース",
        "inc-{number}-{title}            | ???                     | inc-1042",
      })
  void a_name_has_what_channels_may_have(String template, String title, String expected) {
    assertThat(name(template, title)).isEqualTo(expected);
  }

  @Test
  void the_title_is_cut_and_the_number_is_not() {
    var name = name("{title}-{number}", "word ".repeat(60));

    assertThat(name).hasSizeLessThanOrEqualTo(76).startsWith("word-word").endsWith("-1042");
  }

  @Test
  void no_service_leaves_no_gap() {
    var subject = new Subject(7, "x", "", "high", DAY);

    assertThat(new NameTemplate("inc-{service}-{number}").name(subject)).isEqualTo("inc-7");
  }
}
