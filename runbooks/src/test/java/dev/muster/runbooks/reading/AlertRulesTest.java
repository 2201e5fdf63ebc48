package dev.muster.runbooks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.trigger.AlertFacts;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

  private static final Map<String, String> LABELS =
      Map.of("alertname", "database_down", "cluster", "eu-1", "service", "db");

  @Test
  void what_asks_for_most_fits_best() {
    var rules =
        rules(
            "{alert: {match: {alertname: database_down}}}",
            "{alert: {match: {alertname: database_down, cluster: eu-1}}}",
            "{alert: {match: {alertname: other}}}",
            "{alert: {match: {alertname: database_down}}}");

    assertThat(names(rules, LABELS)).containsExactly("r1", "r0", "r3");
  }

  @Test
  void an_expression_has_to_match_the_whole_value() {
    var rules =
        rules(
            "{alert: {match: {cluster: \"=~eu-.\"}}}",
            "{alert: {match: {cluster: \"=~ eu\"}}}",
            "{alert: {match: {absent: \"=~.*\"}}}");

    assertThat(names(rules, LABELS)).containsExactly("r0", "r2");
  }

  @Test
  void an_alert_without_such_labels_has_a_name_and_a_severity() {
    var rules = rules("{alert: {match: {alertname: database_down, severity: P1}}}");

    assertThat(names(rules, Map.of())).containsExactly("r0");
    assertThat(names(rules, Map.of("severity", "page"))).isEmpty();
  }

  @Test
  void the_better_of_two_triggers_counts() {
    var rules =
        rules(
            "{alert: [{match: {cluster: eu-1}}, {match: {cluster: eu-1, service: db}, mode:"
                + " auto}]}");

    var fits = rules.fits(facts(LABELS));

    assertThat(fits).hasSize(1);
    assertThat(fits.getFirst().rank()).isEqualTo(2);
    assertThat(fits.getFirst().isAuto()).isTrue();
  }

  @Test
  void a_throttle_tells_apart_what_it_groups_by() {
    var rules =
        rules(
            "{alert: {match: {service: db}}, throttle: {onceWithin: 15m, groupBy:"
                + " [labels.cluster]}}",
            "{alert: {match: {service: db}}, throttle: {onceWithin: 15m}}",
            "{alert: {match: {service: db}}}");
    var alert = facts(LABELS);
    var groups = rules.fits(alert).stream().map(fit -> fit.group(alert, "incident 7")).toList();

    assertThat(groups).containsExactly("labels.cluster=eu-1", "", "incident 7");
  }

  @Test
  void while_others_are_being_read_none_is_too_little_to_go_by() {
    var rules = rules("{alert: {match: {cluster: eu-1}}}");

    assertThat(rules.isWhole()).isTrue();
    assertThat(rules.soFar().isWhole()).isFalse();
    assertThat(names(rules.soFar(), LABELS)).containsExactly("r0");
    assertThat(AlertRules.NONE.isEmpty()).isTrue();
    assertThat(AlertRules.NONE.soFar().isEmpty()).isFalse();
  }

  private static List<String> names(AlertRules rules, Map<String, String> labels) {
    return rules.fits(facts(labels)).stream().map(fit -> fit.runbook().name()).toList();
  }

  private static AlertRules rules(String... triggers) {
    var files = new TreeMap<String, String>();
    for (var i = 0; i < triggers.length; i++) {
      var text = Read.runbook("r" + i, "  - {id: one, uses: wait}\n");
      files.put("r" + i + ".yaml", text + "on: " + triggers[i] + "\n");
    }
    var read = Read.of(files);
    assertThat(read.problems()).isEmpty();
    return AlertRules.of(read.runbooks().values());
  }

  private static AlertFacts facts(Map<String, String> labels) {
    return new AlertFacts(7, "database_down", "P1", "", "key", labels, Map.of(), "", Instant.EPOCH);
  }
}
