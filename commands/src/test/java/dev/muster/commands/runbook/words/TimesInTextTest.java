package dev.muster.commands.runbook.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Span;
import dev.muster.runbooks.expression.Sayings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesInTextTest {

  private static final Instant AT = Instant.parse("2026-11-22T12:12:01Z");

  @Test
  void a_time_as_runbooks_say_it_becomes_the_readers() {
    assertThat(TimesInText.of("until " + Sayings.of(AT) + ", then on"))
        .containsExactly(Span.text("until "), Span.time(AT), Span.text(", then on"));
  }

  @Test
  void a_time_as_an_expression_writes_it_does_too() {
    assertThat(TimesInText.of("Last commit: 2026-11-22T12:12:01.250Z. Go?", Span::strong))
        .containsExactly(
            Span.strong("Last commit: "), Span.time(AT.plusMillis(250)), Span.strong(". Go?"));
  }

  @Test
  void nothing_stands_around_a_time_alone() {
    assertThat(TimesInText.of(AT.toString())).containsExactly(Span.time(AT));
    assertThat(TimesInText.of("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no time at all",
        "on 2026-11-22",
        "2026-11-22 12:12:01 EAT",
        "2026-11-22 12:12:01 UTCX",
        "2026-02-31 12:12:01 UTC",
        "backup-2026-11-22T12:12:01Z.dump-of-app-2026-11-22T12:12:01Zone",
        "12026-11-22 12:12:01 UTC"
      })
  void what_is_no_time_or_belongs_to_a_name_stays_as_it_was(String text) {
    assertThat(TimesInText.of(text)).containsExactly(Span.text(text));
  }
}
