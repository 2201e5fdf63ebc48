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

  /**
   * As Alertmanager writes it, such as {@code service=~api.*}, with its quotes only around what
   * would read as something else.
   */
  default String said() {
    return said("");
  }

  private String said(String not) {
    return switch (this) {
      case Equal(_, var value) -> label() + (not.isEmpty() ? "=" : "!=") + quoted(value);
      case Expression(_, var pattern) ->
          label() + (not.isEmpty() ? "=~" : "!~") + quoted(pattern.pattern());
      case Not(var matcher) -> matcher.said("!");
      case AnyOf(_, var values) ->
          values.stream()
              .sorted()
              .map(LabelMatcher::quoted)
              .collect(Collectors.joining("|", label() + not + "=", ""));
    };
  }

  private static String quoted(String value) {
    return value.matches("[^|~,\"]*")
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
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
