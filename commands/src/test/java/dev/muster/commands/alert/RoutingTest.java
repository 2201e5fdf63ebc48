package dev.muster.commands.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {

  private static final Severity P1 = new Severity("P1", CanonicalSeverity.CRITICAL);
  private static final Severity P2 = new Severity("P2", CanonicalSeverity.HIGH);
  private static final Severity P3 = new Severity("P3", CanonicalSeverity.MEDIUM);
  private static final Map<String, String> API = Map.of("service", "api", "env", "prod");

  private final Routing routing =
      new Routing(List.of(), new SeverityScale(List.of(P1, P2, P3), Map.of()));

  private static Route route(Optional<Severity> severity) {
    return new Route(
        "r", List.of(), severity, Optional.empty(), List.of(), Duration.ZERO, Map.of());
  }

  private static AlertEvent saying(Optional<String> severity) {
    return new AlertEvent(
        "k",
        AlertStatus.FIRING,
        severity,
        "t",
        Optional.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Integration integration(Optional<Severity> severity) {
    return new Integration("prometheus", "alertmanager", severity);
  }

  @Test
  void an_integration_may_say_what_its_senders_words_mean() {
    var zabbix =
        new Integration(
            "zabbix", "generic", Optional.empty(), Map.of("P0", CanonicalSeverity.CRITICAL));

    assertThat(routing.severityOf(saying(Optional.of("P0")), Optional.empty(), zabbix))
        .isEqualTo(P1);
    assertThat(routing.severityOf(saying(Optional.of("high")), Optional.empty(), zabbix))
        .isEqualTo(P2);
  }

  @Test
  void the_route_has_the_first_word_on_severity_then_the_sender_then_the_integration() {
    var critical = saying(Optional.of("critical"));
    var route = Optional.of(route(Optional.of(P3)));
    var wordless = Optional.of(route(Optional.empty()));
    var integration = integration(Optional.of(P2));

    assertThat(routing.severityOf(critical, route, integration)).isEqualTo(P3);
    assertThat(routing.severityOf(critical, wordless, integration)).isEqualTo(P1);
    assertThat(routing.severityOf(saying(Optional.empty()), wordless, integration)).isEqualTo(P2);
    assertThat(routing.severityOf(saying(Optional.of("??")), Optional.empty(), integration))
        .isEqualTo(P2);
  }

  @Test
  void what_nobody_says_anything_of_is_medium() {
    var severity =
        routing.severityOf(
            saying(Optional.empty()), Optional.empty(), integration(Optional.empty()));

    assertThat(severity).isEqualTo(P3);
  }

  @Test
  void a_missing_label_is_an_empty_one() {
    assertThat(new LabelMatcher.Equal("team", "").matches(API)).isTrue();
    assertThat(new LabelMatcher.Not(new LabelMatcher.Equal("team", "dba")).matches(API)).isTrue();
    assertThat(expression("team", ".*").matches(API)).isTrue();
    assertThat(expression("team", ".+").matches(API)).isFalse();
  }

  @Test
  void an_expression_must_match_the_whole_value() {
    assertThat(expression("service", "ap").matches(API)).isFalse();
    assertThat(expression("service", "ap.|web").matches(API)).isTrue();
  }

  @Test
  void any_of_several_values_is_enough() {
    assertThat(new LabelMatcher.AnyOf("service", Set.of("web", "api")).matches(API)).isTrue();
    assertThat(new LabelMatcher.AnyOf("service", Set.of("web", "db")).matches(API)).isFalse();
  }

  @Test
  void an_expression_that_would_take_for_ever_elsewhere_does_not() {
    var evil = expression("service", "(a+)+b");

    assertThat(evil.matches(Map.of("service", "a".repeat(50_000)))).isFalse();
  }

  private static LabelMatcher expression(String label, String regex) {
    return new LabelMatcher.Expression(label, Pattern.compile(regex));
  }
}
