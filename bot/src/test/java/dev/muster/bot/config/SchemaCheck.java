package dev.muster.bot.config;

import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Node.Sequence;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * Checks YAML by a JSON Schema, as far as ours go: it fails on a keyword that it does not know, so
 * that none is passed over.
 */
record SchemaCheck(Map<String, Object> root) {

  List<String> faults(String yaml) {
    var problems = new Problems();
    var node = Yaml.parse("muster.yaml", yaml, problems).orElseThrow();
    Assertions.assertThat(problems.inOrder()).isEmpty();
    var faults = new ArrayList<String>();
    check(root, node, "$", faults);
    return faults;
  }

  /** Keys of the top for which an editor has nothing to show, but those that say it themselves. */
  List<String> keysWithoutWords() {
    return map(root.get("properties")).entrySet().stream()
        .filter(entry -> !map(entry.getValue()).containsKey("description"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void check(Map<String, Object> schema, Node node, String at, List<String> faults) {
    for (var keyword : schema.keySet()) {
      var value = schema.get(keyword);
      var fine =
          switch (keyword) {
            case "type" -> isOfType((String) value, node);
            case "enum" -> node instanceof Scalar scalar && list(value).contains(scalar.text());
            case "const" ->
                node instanceof Scalar(_, var kind, var text)
                    && kind == Kind.BOOLEAN
                    && text.equals(value.toString());
            case "pattern" ->
                node instanceof Scalar scalar
                    && Pattern.compile((String) value).matcher(scalar.text()).find();
            case "minLength" -> length(node) >= (int) value;
            case "maxLength" -> length(node) <= (int) value;
            case "minimum" -> number(node) >= (int) value;
            case "maximum" -> number(node) <= (int) value;
            case "minItems", "minProperties" -> size(node) >= (int) value;
            case "required" -> names(node).containsAll(list(value));
            case "anyOf" -> list(value).stream().anyMatch(one -> isRight(map(one), node));
            case "items" -> items(map(value), node, at, faults);
            case "properties" -> properties(map(value), node, at, faults);
            case "additionalProperties" -> others(schema, value, node, at, faults);
            case "propertyNames" -> entryNames(map(value), node, at, faults);
            case "$schema", "title", "description" -> true;
            default -> throw new AssertionError("unknown keyword " + keyword);
          };
      if (!fine) {
        faults.add(at + ": " + keyword + " " + value);
      }
    }
  }

  private boolean isRight(Map<String, Object> schema, Node node) {
    var faults = new ArrayList<String>();
    check(schema, node, "", faults);
    return faults.isEmpty();
  }

  private boolean items(Map<String, Object> schema, Node node, String at, List<String> faults) {
    if (node instanceof Sequence(_, var items)) {
      for (var i = 0; i < items.size(); i++) {
        check(schema, items.get(i), at + "[" + i + "]", faults);
      }
    }
    return true;
  }

  private boolean properties(Map<String, Object> known, Node node, String at, List<String> faults) {
    if (node instanceof Mapping(_, var entries)) {
      entries.stream()
          .filter(entry -> known.containsKey(entry.name()))
          .forEach(entry ->
              check(map(known.get(entry.name())), entry.value(), at + "." + entry.name(), faults));
    }
    return true;
  }

  private boolean others(
      Map<String, Object> schema, Object value, Node node, String at, List<String> faults) {
    var known = map(schema.getOrDefault("properties", Map.of()));
    if (node instanceof Mapping(_, var entries)) {
      for (var entry : entries) {
        if (!known.containsKey(entry.name())) {
          var place = at + "." + entry.name();
          if (value.equals(false)) {
            faults.add(place + ": unknown");
          } else {
            check(map(value), entry.value(), place, faults);
          }
        }
      }
    }
    return true;
  }

  private boolean entryNames(
      Map<String, Object> schema, Node node, String at, List<String> faults) {
    if (node instanceof Mapping(_, var entries)) {
      entries.forEach(entry -> check(schema, entry.key(), at + "." + entry.name(), faults));
    }
    return true;
  }

  private static boolean isOfType(String type, Node node) {
    return switch (type) {
      case "object" -> node instanceof Mapping;
      case "array" -> node instanceof Sequence;
      case "string" -> node instanceof Scalar(_, var kind, _) && kind == Kind.TEXT;
      case "integer", "number" -> node instanceof Scalar(_, var kind, _) && kind == Kind.NUMBER;
      case "boolean" -> node instanceof Scalar(_, var kind, _) && kind == Kind.BOOLEAN;
      default -> throw new AssertionError("unknown type " + type);
    };
  }

  private static int length(Node node) {
    return node instanceof Scalar scalar ? scalar.text().length() : 0;
  }

  private static int number(Node node) {
    return node instanceof Scalar scalar ? Integer.parseInt(scalar.text()) : 0;
  }

  private static int size(Node node) {
    return node instanceof Sequence(_, var items) ? items.size() : names(node).size();
  }

  private static List<String> names(Node node) {
    return node instanceof Mapping(_, var entries)
        ? entries.stream().map(Node.Entry::name).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }
}
