package dev.muster.commands.alert;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Set;

/**
 * One condition on an alert's labels, with Alertmanager's meaning: a missing label counts as empty,
 * and an expression is RE2 and must match the whole value.
 */
public sealed interface LabelMatcher {

  String label();

  boolean matches(Map<String, String> labels);

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
