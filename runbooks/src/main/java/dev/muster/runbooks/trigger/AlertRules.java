package dev.muster.runbooks.trigger;

import com.google.re2j.Pattern;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Triggers.ByAlert;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which runbooks alerts start or suggest, ready to be asked for each alert: of all runbooks, or of
 * those that are read so far. Immutable.
 */
public final class AlertRules {

  public static final AlertRules NONE = new AlertRules(List.of(), true);

  private static final String EXPRESSION = "=~";
  private static final Comparator<Fit> BEST_FIRST =
      Comparator.comparingInt(Fit::rank).reversed().thenComparing(fit -> fit.runbook().name());

  private final List<Rule> rules;
  private final boolean isWhole;

  private AlertRules(List<Rule> rules, boolean isWhole) {
    this.rules = rules;
    this.isWhole = isWhole;
  }

  private record Rule(Fit fit, Map<String, Predicate<String>> matchers) {
    static Rule of(Runbook runbook, ByAlert trigger) {
      var matchers = new HashMap<String, Predicate<String>>();
      trigger.match().forEach((label, value) -> matchers.put(label, matcher(value)));
      return new Rule(new Fit(runbook, trigger), matchers);
    }

    boolean accepts(AlertFacts alert) {
      return matchers.entrySet().stream()
          .allMatch(one -> one.getValue().test(alert.label(one.getKey())));
    }
  }

  public static AlertRules of(Collection<Definition> definitions) {
    var rules =
        definitions.stream()
            .map(Definition::runbook)
            .flatMap(runbook ->
                runbook.triggers().alerts().stream().map(trigger -> Rule.of(runbook, trigger)))
            .toList();
    return rules.isEmpty() ? NONE : new AlertRules(rules, true);
  }

  /** The same while others are still being read: what they make of an alert is not known yet. */
  public AlertRules soFar() {
    return new AlertRules(rules, false);
  }

  /** Whether these are all: what an alert starts is not decided before. */
  public boolean isWhole() {
    return isWhole;
  }

  /** Whether no alert will ever fit any of them. */
  public boolean isEmpty() {
    return isWhole && rules.isEmpty();
  }

  /** The runbooks that fit, each once, the best first. */
  public List<Fit> fits(AlertFacts alert) {
    var best = new LinkedHashMap<String, Fit>();
    for (var rule : rules) {
      if (rule.accepts(alert)) {
        best.merge(
            rule.fit().runbook().name(),
            rule.fit(),
            (one, other) -> other.rank() > one.rank() ? other : one);
      }
    }
    return best.values().stream().sorted(BEST_FIRST).toList();
  }

  private static Predicate<String> matcher(String value) {
    if (!value.startsWith(EXPRESSION)) {
      return value::equals;
    }
    var pattern = Pattern.compile(value.substring(EXPRESSION.length()).strip());
    return text -> pattern.matcher(text).matches();
  }
}
