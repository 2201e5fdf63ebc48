package dev.muster.runbooks.template;

import dev.muster.runbooks.cel.Expressions;
import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.template.Pieces.Piece;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Node.Sequence;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads templates, each expression in them checked against the names that it may use. */
public record Templates(Expressions expressions) {

  private static final Pattern SECRET = Pattern.compile("\\$\\{(env|file|aws-secret):");

  /** Nothing after the problems were told. */
  public Optional<Template> read(Node node, Group here, Problems problems) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar, here, problems);
      case Sequence(_, var items) -> {
        var read = new ArrayList<Template>();
        items.forEach(item -> read(item, here, problems).ifPresent(read::add));
        yield read.size() == items.size() ? Optional.of(Filled.list(read)) : Optional.empty();
      }
      case Mapping mapping -> mapping(mapping, here, problems);
    };
  }

  /** A value without any expression. */
  public static Template fixed(@Nullable Object value) {
    return new Filled.Fixed(value);
  }

  private Optional<Template> mapping(Mapping mapping, Group here, Problems problems) {
    Map<String, Template> read = new LinkedHashMap<>();
    for (var entry : mapping.entries()) {
      if (entry.name().contains("${{")) {
        problems.add(entry.key().place(), "a key is written as it is; put `${{ … }}` in the value");
        return Optional.empty();
      }
      read(entry.value(), here, problems).ifPresent(value -> read.put(entry.name(), value));
    }
    return read.size() == mapping.entries().size()
        ? Optional.of(Filled.map(read))
        : Optional.empty();
  }

  private Optional<Template> scalar(Scalar scalar, Group here, Problems problems) {
    return switch (scalar.kind()) {
      case NUMBER -> Numbers.read(scalar, problems).map(Templates::fixed);
      case BOOLEAN -> Optional.of(fixed(scalar.text().equalsIgnoreCase("true")));
      case NOTHING -> Optional.of(fixed(null));
      case TEXT -> text(scalar, here, problems);
    };
  }

  private Optional<Template> text(Scalar scalar, Group here, Problems problems) {
    if (SECRET.matcher(scalar.text()).find()) {
      problems.add(
          scalar.place(),
          "a runbook is given secrets as inputs: `inputs: {token: {type: secret, from: NAME}}`,"
              + " then `${{ inputs.token }}`");
      return Optional.empty();
    }
    if (!scalar.text().contains("${{")) {
      return Optional.of(fixed(scalar.text()));
    }
    var pieces = Pieces.of(scalar.text());
    if (pieces.isEmpty()) {
      problems.add(scalar.place(), "`${{` is not closed here; end the expression with `}}`");
      return Optional.empty();
    }
    return filled(scalar, pieces.get(), here, problems);
  }

  private Optional<Template> filled(
      Scalar scalar, Iterable<Piece> pieces, Group here, Problems problems) {
    var parts = new ArrayList<Object>();
    var isWhole = true;
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Plain(var text) -> parts.add(text);
        case Piece.Source(var source) -> {
          var read = expression(scalar, source, here, problems);
          read.ifPresent(parts::add);
          isWhole &= read.isPresent();
        }
      }
    }
    if (!isWhole) {
      return Optional.empty();
    }
    return Optional.of(
        parts.size() == 1 && parts.getFirst() instanceof Expression alone
            ? new Filled.Alone(alone)
            : Filled.within(parts));
  }

  private Optional<Expression> expression(
      Scalar scalar, String source, Group here, Problems problems) {
    return expressions.expression(
        source,
        here,
        fault ->
            problems.add(
                scalar.place(), "in " + Words.quoted("${{ " + source + " }}") + ": " + fault));
  }
}
