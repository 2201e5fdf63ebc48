package dev.muster.runbooks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"checks.0", "steps.3", "steps.3[2]", "rollback.12[0]", "always.1"})
  void is_read_as_it_is_written(String text) {
    assertThat(StepPath.parse(text)).hasValueSatisfying(path -> assertThat(path).hasToString(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "steps", "steps.", "steps.x", "stairs.1", "steps.1[", "steps.1 "})
  void anything_else_is_none(String text) {
    assertThat(StepPath.parse(text)).isEmpty();
  }
}
