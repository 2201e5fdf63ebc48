package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MatcherShapeTest {

  @Test
  void a_value_is_matched_as_it_is_written() {
    assertThat(matches("on", "on")).isTrue();
    assertThat(matches("09:00", "09:00")).isTrue();
    assertThat(matches("api.*", "api-1")).isFalse();
  }

  @Test
  void a_list_matches_each_of_its_values() {
    assertThat(matches("[critical, page]", "page")).isTrue();
    assertThat(matches("[critical, page]", "high")).isFalse();
  }

  @Test
  void an_expression_matches_the_whole_value() {
    assertThat(matches("=~api|web", "web")).isTrue();
    assertThat(matches("=~api", "api-1")).isFalse();
  }

  @Test
  void an_exclamation_mark_turns_it_around() {
    assertThat(matches("\"!=low\"", "high")).isTrue();
    assertThat(matches("\"!=low\"", "low")).isFalse();
    assertThat(matches("'!~staging-\\d+'", "staging-7")).isFalse();
    assertThat(matches("'!~staging-\\d+'", "prod-7")).isTrue();
  }

  @Test
  void a_missing_label_is_an_empty_one() {
    var config = route("\"!=low\"");

    assertThat(config.routing().routeFor(Map.of())).isPresent();
  }

  @Test
  void a_label_may_be_asked_for_or_be_missing() {
    assertThat(matches("\"\"", "")).isTrue();
    assertThat(matches("\"\"", "prod")).isFalse();
    assertThat(matches("\"!=\"", "prod")).isTrue();
    assertThat(matches("\"!=\"", "")).isFalse();
  }

  private static boolean matches(String condition, String value) {
    return route(condition).routing().routeFor(Map.of("label", value)).isPresent();
  }

  private static Config route(String condition) {
    return Configs.with(
        "routes: [{match: {label: %s}, notify: [\"channel:alerts\"]}]\n".formatted(condition));
  }
}
