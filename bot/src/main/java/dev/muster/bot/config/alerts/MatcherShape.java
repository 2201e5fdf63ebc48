package dev.muster.bot.config.alerts;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.muster.commands.alert.LabelMatcher;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Sequence;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a condition on one label: a value, a list of values, {@code =~expression}, {@code !=value}
 * or {@code !~expression}. An empty value is that of a label that is not there.
 */
record MatcherShape(String label) implements Shape<LabelMatcher> {

  static final Shape<String> LABEL =
      Shapes.text("the name of a label", java.util.regex.Pattern.compile("\\S{1,200}"));
  private static final java.util.regex.Pattern ANY = java.util.regex.Pattern.compile(".{0,1000}");
  private static final Shape<List<String>> VALUES =
      Collected.atLeastOne(
          "values",
          Collected.list(
              "values",
              Shapes.text()
                  .where(
                      text -> operator(text).isEmpty(),
                      text ->
                          "a list holds plain values; for %s write one text instead of the list,"
                                  .formatted(Words.quoted(text))
                              + " such as \"=~a|b\"")));

  static Shape<List<LabelMatcher>> matchers() {
    return Collected.atLeastOne(
            "labels",
            "leave `match` out to take every alert",
            Collected.named("labels", LABEL, MatcherShape::new))
        .map(matchers -> List.copyOf(matchers.values()));
  }

  @Override
  public Schema schema() {
    return Schema.either(Schema.text(ANY), VALUES.schema())
        .about("A value, a list of values, \"=~RE2\", \"!=value\" or \"!~RE2\".");
  }

  @Override
  public Optional<LabelMatcher> read(Node node, Problems problems) {
    if (node instanceof Sequence) {
      return VALUES
          .read(node, problems)
          .map(values -> new LabelMatcher.AnyOf(label, Set.copyOf(values)));
    }
    return node.isText("")
        ? Optional.of(new LabelMatcher.Equal(label, ""))
        : Shapes.text().read(node, problems).flatMap(text -> matcher(text, node, problems));
  }

  private Optional<LabelMatcher> matcher(String text, Node node, Problems problems) {
    var rest = text.substring(operator(text).length()).strip();
    return switch (operator(text)) {
      case "=~" -> expression(rest, node, problems);
      case "!~" -> expression(rest, node, problems).map(LabelMatcher.Not::new);
      case "!=" -> Optional.of(new LabelMatcher.Not(new LabelMatcher.Equal(label, rest)));
      default -> Optional.of(new LabelMatcher.Equal(label, text));
    };
  }

  private Optional<LabelMatcher> expression(String text, Node node, Problems problems) {
    try {
      return Optional.of(new LabelMatcher.Expression(label, Pattern.compile(text)));
    } catch (PatternSyntaxException e) {
      problems.add(
          node.place(),
          "%s is no RE2 expression: %s".formatted(Words.quoted(text), e.getDescription()));
      return Optional.empty();
    }
  }

  private static String operator(String text) {
    return text.startsWith("=~") || text.startsWith("!=") || text.startsWith("!~")
        ? text.substring(0, 2)
        : "";
  }
}
