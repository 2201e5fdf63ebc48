package dev.muster.commands.runbook.words;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Triggers.ByAlert;
import dev.muster.runbooks.trigger.AlertFacts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which alerts a runbook is for, in words. Stateless and thread-safe. */
public final class AlertWords {

  private static final String NAME = "alertname";
  private static final String EXPRESSION = "=~";
  private static final Pattern ALTERNATIVES = Pattern.compile("[\\w -]+(?:[|][\\w -]+)*");

  private AlertWords() {}

  /** {@code the alert is HighErrorRate or high_error_rate and severity is critical}. */
  public static String when(ByAlert trigger) {
    return said(trigger, label -> wanted(label.getValue()));
  }

  /** The same of an alert that fits: {@code the alert is HighErrorRate}. */
  public static String because(ByAlert trigger, AlertFacts alert) {
    return said(trigger, label -> "is " + Words.echo(alert.label(label.getKey())));
  }

  private static String said(ByAlert trigger, Function<Map.Entry<String, String>, String> is) {
    return trigger.match().isEmpty()
        ? "there is an alert"
        : trigger.match().entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, String> label) -> !isName(label))
                    .thenComparing(Map.Entry::getKey))
            .map(label -> (isName(label) ? "the alert" : label.getKey()) + " " + is.apply(label))
            .collect(Collectors.joining(" and "));
  }

  private static boolean isName(Map.Entry<String, String> label) {
    return label.getKey().equals(NAME);
  }

  private static String wanted(String value) {
    if (!value.startsWith(EXPRESSION)) {
      return "is " + value;
    }
    var expression = value.substring(EXPRESSION.length());
    return ALTERNATIVES.matcher(expression).matches()
        ? "is " + Arrays.stream(expression.split("[|]")).collect(Collectors.joining(" or "))
        : "is like " + expression;
  }
}
