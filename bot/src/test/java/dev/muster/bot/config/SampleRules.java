package dev.muster.bot.config;

import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Node.Sequence;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alerting rules of LearnHub's sample, as Prometheus reads them. */
public final class SampleRules {

  private static final Path FILE = Path.of("../runbooks/samples/learnhub/prometheus-rules.yaml");

  private SampleRules() {}

  /** One rule, and the labels of its alerts. */
  public record Rule(String name, Map<String, String> labels) {

    /** As the rule itself says it. */
    public String severity() {
      return labels.get("severity");
    }
  }

  public static List<Rule> read() throws IOException {
    var problems = new Problems();
    var root = Yaml.parse(FILE.toString(), Files.readString(FILE), problems).orElseThrow();
    return items(child(root, "groups")).stream()
        .flatMap(group -> items(child(group, "rules")).stream())
        .map(SampleRules::rule)
        .toList();
  }

  /** Where the team wants to hear of it: what is critical in #incidents, the rest in #alerts. */
  public static String channel(Rule rule) {
    return rule.severity().equals("critical") ? "incidents" : "alerts";
  }

  private static Rule rule(Node node) {
    var labels = new TreeMap<String, String>();
    if (child(node, "labels") instanceof Mapping(_, var entries)) {
      entries.forEach(entry -> labels.put(entry.name(), text(entry.value())));
    }
    labels.put("alertname", text(child(node, "alert")));
    return new Rule(labels.get("alertname"), labels);
  }

  private static Node child(Node node, String key) {
    return ((Mapping) node)
        .entries().stream()
            .filter(entry -> entry.name().equals(key))
            .map(Node.Entry::value)
            .findFirst()
            .orElseThrow(() -> new AssertionError(key + " is missing at " + node.place()));
  }

  private static List<Node> items(Node node) {
    return ((Sequence) node).items();
  }

  private static String text(Node node) {
    return ((Scalar) node).text();
  }
}
