package dev.muster.runbooks.scope;

import dev.muster.runbooks.expression.Known.Sort;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Entry;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names that a file declares, whether or not what they stand for can be read: so that one
 * mistake is told once.
 *
 * @param inputs by name, with their types as they are written
 */
public record Outline(Map<String, String> inputs, Map<Phase, List<Sketch>> phases) {

  public static final String SECRET = "secret";
  public static final Map<Phase, String> KEYS = keys();

  /**
   * A step.
   *
   * @param outputs the names that are declared; nothing where its result stands for them
   */
  public record Sketch(String id, Optional<Set<String>> outputs) {}

  public static Outline of(Node root) {
    var inputs = new LinkedHashMap<String, String>();
    entries(at(root, "inputs"))
        .forEach(entry -> inputs.put(entry.name(), text(at(entry.value(), "type")).orElse("")));
    var phases = new EnumMap<Phase, List<Sketch>>(Phase.class);
    KEYS.forEach((phase, key) -> phases.put(phase, sketches(phase, at(root, key))));
    return new Outline(inputs, phases);
  }

  public List<Sketch> steps(Phase phase) {
    return phases.getOrDefault(phase, List.of());
  }

  /** What a step without an id is called. */
  public static String idOf(Phase phase, int index) {
    var word =
        switch (phase) {
          case PREREQUISITES -> "check";
          case STEPS, ROLLBACK -> "step";
          case VERIFICATION -> "verify";
          case ALWAYS -> "always";
        };
    return word + (index + 1);
  }

  public Sort sort(String input) {
    return switch (inputs.getOrDefault(input, "")) {
      case "string", "enum", "person", SECRET -> Sort.TEXT;
      case "integer" -> Sort.WHOLE;
      case "number" -> Sort.DECIMAL;
      case "boolean" -> Sort.YES_NO;
      case "duration" -> Sort.LENGTH;
      default -> Sort.ANYTHING;
    };
  }

  public boolean isSecret(String input) {
    return SECRET.equals(inputs.get(input));
  }

  private static Map<Phase, String> keys() {
    var keys = new EnumMap<Phase, String>(Phase.class);
    keys.put(Phase.PREREQUISITES, "prerequisites");
    keys.put(Phase.STEPS, "steps");
    keys.put(Phase.VERIFICATION, "verification");
    keys.put(Phase.ALWAYS, "always");
    return keys;
  }

  private static List<Sketch> sketches(Phase phase, Optional<Node> list) {
    var sketches = new ArrayList<Sketch>();
    if (list.orElse(null) instanceof Sequence(_, var items)) {
      for (var item : items) {
        var id = text(at(item, "id")).orElse(idOf(phase, sketches.size()));
        var outputs =
            at(item, "outputs")
                .<Set<String>>map(
                    node -> new TreeSet<>(entries(Optional.of(node)).map(Entry::name).toList()));
        sketches.add(new Sketch(id, outputs));
      }
    }
    return sketches;
  }

  private static Optional<Node> at(Node node, String key) {
    return entries(Optional.of(node))
        .filter(entry -> entry.name().equals(key))
        .findFirst()
        .map(Entry::value);
  }

  private static Stream<Entry> entries(Optional<Node> node) {
    return node.orElse(null) instanceof Mapping(_, var entries) ? entries.stream() : Stream.empty();
  }

  private static Optional<String> text(Optional<Node> node) {
    return node.orElse(null) instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
