package dev.muster.runbooks.scope;

import dev.muster.runbooks.cel.Expressions;
import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.template.Templates;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** The shapes of what is computed. For one runbook. */
public record Written(Expressions expressions, Templates templates) {

  /** What whoever knows GitHub Actions writes around a whole condition. */
  private static final Pattern WRAPPED = Pattern.compile("\\$\\{\\{(.*)}}", Pattern.DOTALL);

  public static Written of(Group everything) {
    var expressions = new Expressions(everything);
    return new Written(expressions, new Templates(expressions));
  }

  public Shape<Expression> expression(Group here) {
    return Shape.of(
        () -> Schema.either(Schema.type("string"), Schema.type("boolean")),
        (node, problems) -> {
          if (!(node instanceof Scalar(var place, var kind, var text))
              || (kind != Kind.TEXT && kind != Kind.BOOLEAN)) {
            problems.add(
                node.place(),
                Words.expected("an expression such as \"result.status == 200\"", node));
            return Optional.empty();
          }
          return expressions.expression(
              source(text),
              here,
              fault -> problems.add(place, "in " + Words.quoted(text) + ": " + fault));
        });
  }

  public Shape<Template> template(Group here) {
    return Shape.of(
        () -> Schema.ANYTHING, (node, problems) -> templates.read(node, here, problems));
  }

  /** A text, which may have expressions in it. */
  public Shape<Template> text(Group here) {
    return Shape.of(
        () -> Schema.type("string"),
        (node, problems) -> {
          if (node instanceof Scalar(_, var kind, var text)
              && kind == Kind.TEXT
              && !text.isBlank()) {
            return templates.read(node, here, problems);
          }
          problems.add(node.place(), Words.expected("text", node));
          return Optional.empty();
        });
  }

  public static String source(String text) {
    var wrapped = WRAPPED.matcher(text.strip());
    return wrapped.matches() && !wrapped.group(1).contains("${{") ? wrapped.group(1).strip() : text;
  }
}
