package dev.muster.commands.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightTest {

  @ParameterizedTest
  @CsvSource({
    "incident:act,            incident:act, true",
    "incident:*,              incident:act, true",
    "*,                       token:edit,   true",
    "alert:act,               incident:act, false",
    "incident:view,           incident:act, false",
    "runbook:run[reads-only], runbook:run,  false",
    "runbook:*[tag=database], runbook:view, false",
  })
  void a_right_covers_what_is_meant_and_never_more(String granted, String needed, boolean covers) {
    assertThat(Right.parse(granted).covers(Right.parse(needed))).isEqualTo(covers);
  }

  @Test
  void a_narrowed_right_covers_what_is_narrowed_alike() {
    var granted = Right.parse("runbook:*[tag=database]");

    assertThat(granted.covers(Right.parse("runbook:run[tag=database]"))).isTrue();
    assertThat(granted.covers(Right.parse("runbook:run[tag=deploy]"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "incident:act", "*:view", "runbook:run[tag=database]"})
  void a_right_is_written_as_it_was_read(String written) {
    assertThat(Right.parse(written)).hasToString(written);
  }
}
