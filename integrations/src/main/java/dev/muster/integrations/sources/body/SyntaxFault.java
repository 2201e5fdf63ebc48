package dev.muster.integrations.sources.body;

import dev.muster.commands.alert.Fault;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Jackson's complaints in words for the owner of the sender. */
final class SyntaxFault {

  /** Where Jackson's messages begin to speak to the programmer of the reader. */
  private static final List<String> ASIDES = List.of(" (start marker", " (for ", ": enable `");

  private static final int MAX_REASON = 300;

  private SyntaxFault() {}

  static Fault of(JacksonException broken, JsonParser parser) {
    return at(
        broken.getLocation() == null ? parser.currentLocation() : broken.getLocation(),
        switch (broken) {
          case UnexpectedEndOfInputException _ ->
              "the body ends in the middle of the JSON; it was cut short on its way here";
          case StreamConstraintsException _ -> limit(parser);
          default -> "this is not JSON: " + CleanText.cut(message(broken), MAX_REASON);
        });
  }

  static Fault trailing(JsonParser parser) {
    return at(
        parser.currentTokenLocation(),
        "there is more after the end of the JSON; send one document a request");
  }

  private static Fault at(TokenStreamLocation location, String reason) {
    return Fault.at(location.getLineNr(), location.getColumnNr(), reason);
  }

  private static String limit(JsonParser parser) {
    return parser.streamReadContext().getNestingDepth() > JsonReader.MAX_DEPTH
        ? "values are nested deeper than " + JsonReader.MAX_DEPTH + " levels"
        : "a body holds at most a million values, and a number a thousand digits;"
            + " let the sender put fewer alerts into one request";
  }

  private static String message(JacksonException broken) {
    var message = CleanText.of(String.valueOf(broken.getOriginalMessage()));
    for (var aside : ASIDES) {
      var start = message.indexOf(aside);
      message = start < 0 ? message : message.substring(0, start);
    }
    return message;
  }
}
