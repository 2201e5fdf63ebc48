package dev.muster.commands.alert;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One condition on an alert's labels, with Alertmanager's meaning: a missing label counts as empty,
 * and an expression is RE2 and must match the whole value.
 */
public sealed interface LabelMatcher {

  String label();

  boolean matches(Map<String, String> labels);

  /** As Alertmanager writes it, without its quotes, such as {@code service=~api.*}. */
  default String said() {
    return said("");
  }

  private String said(String not) {
    return switch (this) {
      case Equal(_, var value) -> label() + (not.isEmpty() ? "=" : "!=") + value;
      case Expression(_, var pattern) -> label() + (not.isEmpty() ? "=~" : "!~") + pattern;
      case Not(var matcher) -> matcher.said("!");
      case AnyOf(_, var values) ->
          label() + not + "=" + values.stream().sorted().collect(Collectors.joining("|"));
    };
  }

  record Equal(String label, String value) implements LabelMatcher {
    @Override
    public boolean matches(Map<String, String> labels) {
      return labels.getOrDefault(label, "").equals(value);
    }
  }

  record Expression(String label, Pattern pattern) implements LabelMatcher {
    @Override
    public boolean matches(Map<String, String> labels) {
      return pattern.matcher(labels.getOrDefault(label, "")).matches();
    }
  }

  record Not(LabelMatcher matcher) implements LabelMatcher {
    @Override
    public String label() {
      return matcher.label();
    }

    @Override
    public boolean matches(Map<String, String> labels) {
      return !matcher.matches(labels);
    }
  }

  record AnyOf(String label, Set<String> values) implements LabelMatcher {
    public AnyOf {
      values = Set.copyOf(values);
    }

    @Override
    public boolean matches(Map<String, String> labels) {
      return values.contains(labels.getOrDefault(label, ""));
    }
  }
}
