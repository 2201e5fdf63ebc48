package dev.muster.bot.config.alerts;

import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node.Scalar;
import java.util.Optional;
import java.util.Set;

/** Which runbooks a route lets through: a list of names, or {@code none}. */
final class RouteRunbooks {

  private static final String NONE = "none";

  private RouteRunbooks() {}

  static Shape<Set<String>> among(Set<String> known) {
    var names = Collected.oneOrMore("runbooks", Shapes.reference("runbook", "runbooks", known));
    return Shape.of(
        () -> Schema.either(Schema.oneOf(Set.of(NONE)), names.schema()),
        (node, problems) ->
            node instanceof Scalar scalar && scalar.text().equals(NONE)
                ? Optional.of(Set.<String>of())
                : names.read(node, problems).map(Set::copyOf));
  }
}
