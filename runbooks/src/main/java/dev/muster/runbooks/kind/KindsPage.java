package dev.muster.runbooks.kind;

import dev.muster.runbooks.expression.Sayings;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reference of all kinds, written from what they declare. */
public final class KindsPage {

  private static final String HEAD =
      """
      # Kinds of steps

      Written by `java -jar muster.jar check --kinds` from what each kind declares: change it there.
      Any value may be an expression `${{ … }}`; what is in bold is needed.
      """;

  private KindsPage() {}

  /** In Markdown; ends without a line end. */
  public static String of(Kinds kinds) {
    if (kinds.all().isEmpty()) {
      return HEAD + "\nThis version has none yet.";
    }
    return kinds.all().stream()
        .map(KindsPage::section)
        .collect(Collectors.joining("\n\n", HEAD + "\n", ""));
  }

  private static String section(Kind kind) {
    var text = new StringBuilder("## " + kind.name() + "\n\n" + kind.about());
    if (!kind.codes().isEmpty()) {
      var codes = new TreeSet<>(kind.codes());
      text.append(" Fails with `").append(String.join("`, `", codes)).append("`.");
    }
    if (kind.parameters().isEmpty()) {
      return text.append("\n\nIt takes nothing.").toString();
    }
    text.append("\n\n| `with` | what | unless said | about |\n|---|---|---|---|");
    kind.parameters().forEach(parameter -> text.append("\n").append(row(parameter)));
    return text.toString();
  }

  private static String row(Parameter parameter) {
    var name = "`" + parameter.name() + "`";
    return "| %s | %s | %s | %s |"
        .formatted(
            parameter.needed() ? "**" + name + "**" : name,
            type(parameter),
            parameter.fallback() == null ? "" : "`" + Sayings.of(parameter.fallback()) + "`",
            parameter.about().replace("|", "\\|"));
  }

  private static String type(Parameter parameter) {
    if (!parameter.words().isEmpty()) {
      return "`" + String.join("`, `", new TreeSet<>(parameter.words())) + "`";
    }
    return switch (parameter.type()) {
      case TEXT, ADDRESS -> "text";
      case NUMBER -> "number";
      case BOOLEAN -> "true or false";
      case DURATION -> "length of time";
      case LIST -> "list";
      case MAP -> "mapping";
      case EXPRESSION -> "expression, without `${{ }}`";
      case ANYTHING -> "anything";
    };
  }
}
