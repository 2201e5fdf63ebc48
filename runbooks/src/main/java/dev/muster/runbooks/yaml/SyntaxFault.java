package dev.muster.runbooks.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what the parser's complaint means for the person who wrote the file. */
final class SyntaxFault {

  private static final List<Saying> SAYINGS =
      List.of(
          new Saying(
              "mapping values are not allowed",
              "an unexpected `:`; quote a text that contains `: `, or mend the line above"),
          new Saying("could not find expected ':'", "a key without its `:`"),
          new Saying(
              "<block end>, but found '<block",
              "this does not line up with what is above; begin it in the same column"),
          new Saying(
              "<block end>",
              "this does not belong to what is above; check columns, quotes and brackets"),
          new Saying("unexpected end of stream", "the quote that opens here is never closed"),
          new Saying(
              "unknown escape",
              "a backslash in double quotes is a sign of its own; use single quotes, or write"
                  + " \\\\"),
          new Saying(
              "<document start>",
              "this does not belong to what is above; check columns, quotes and brackets"),
          new Saying("<directive>", "a line that starts with `%` is for YAML itself; delete it"),
          new Saying(
              "comment or a line break", "after `|` or `>` the text begins on the next line"));

  private SyntaxFault() {}

  private record Saying(String complaint, String meaning) {}

  static Place place(String file, Optional<Mark> mark) {
    return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
        .orElse(Place.wholeOf(file));
  }

  /** Where to mend it: for what is never closed that is its beginning. */
  static Place place(String file, MarkedYamlEngineException fault) {
    var problem = textOf(fault);
    var begins =
        problem.contains("end of stream")
            || problem.contains("expected ':'")
            || contextOf(fault).contains("alias");
    return place(file, begins ? fault.getContextMark() : fault.getProblemMark());
  }

  static String message(String text, MarkedYamlEngineException fault) {
    var problem = textOf(fault);
    if (contextOf(fault).contains("scanning an alias")) {
      return "a text that starts with `*` needs quotes: \"*\"";
    }
    if (contextOf(fault).contains("scanning a tag")
        || contextOf(fault).contains("parsing a node")) {
      return "a text that starts with `!` needs quotes: \"!=low\"";
    }
    if (contextOf(fault).contains("flow")) {
      return bracket(text, fault);
    }
    if (problem.contains("TAB")) {
      return "a tab cannot indent in YAML; use spaces";
    }
    if (problem.contains("cannot start any token")) {
      return "a text cannot start with %s; put it in quotes"
          .formatted(Words.quoted(charAt(text, fault)));
    }
    return plain(problem);
  }

  private static String plain(String problem) {
    return SAYINGS.stream()
        .filter(saying -> problem.contains(saying.complaint()))
        .map(Saying::meaning)
        .findFirst()
        .orElse("this is not YAML: " + problem.replace('\n', ' '));
  }

  private static String bracket(String text, MarkedYamlEngineException fault) {
    var sign = contextOf(fault).contains("mapping") ? "{" : "[";
    if (text.startsWith("${", Math.max(0, index(text, fault) - 1))) {
      return "inside %s a secret needs quotes: \"${env:NAME}\"".formatted(Words.quoted(sign));
    }
    var line = fault.getContextMark().map(mark -> mark.getLine() + 1).orElse(0);
    return "a `,` is missing here, or the `%s` of line %d is not closed".formatted(sign, line);
  }

  private static String charAt(String text, MarkedYamlEngineException fault) {
    var index = index(text, fault);
    return index < text.length() ? Character.toString(text.codePointAt(index)) : "";
  }

  /** The parser counts code points. */
  private static int index(String text, MarkedYamlEngineException fault) {
    var points = fault.getProblemMark().map(Mark::getIndex).orElse(0);
    return text.offsetByCodePoints(0, Math.min(points, text.codePointCount(0, text.length())));
  }

  private static String textOf(MarkedYamlEngineException fault) {
    return Optional.ofNullable(fault.getProblem()).orElse("");
  }

  private static String contextOf(MarkedYamlEngineException fault) {
    return Optional.ofNullable(fault.getContext()).orElse("");
  }
}
