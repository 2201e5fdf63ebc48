package dev.muster.integrations.sources.body;

import dev.muster.commands.alert.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON document (RFC 8259, UTF-8). Of a name given twice the last one counts; a fault has
 * its line and column.
 */
public final class JsonReader {

  static final int MAX_DEPTH = 100;
  static final int MAX_VALUES = 1_000_000;
  static final int MAX_DIGITS = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxTokenCount(MAX_VALUES)
                  .maxNumberLength(MAX_DIGITS)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The document; throws {@link UnreadableBody} when the bytes are none. */
  public static Json read(byte[] body) {
    var chars = Utf8.decode(body);
    try {
      return read(chars.array(), chars.position(), chars.length());
    } catch (UnreadableBody unreadable) {
      if (LoneSurrogates.replace(chars.array())) {
        return read(chars.array(), chars.position(), chars.length());
      }
      throw unreadable;
    }
  }

  private static Json read(char[] text, int offset, int length) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text, offset, length)) {
      try {
        return new JsonReader(parser).document();
      } catch (JacksonException broken) {
        throw new UnreadableBody(SyntaxFault.of(broken, parser));
      }
    }
  }

  private Json document() {
    var first = parser.nextToken();
    if (first == null) {
      throw new UnreadableBody(Fault.at(1, 1, "the body is empty; expected JSON"));
    }
    var document = value(first);
    if (parser.nextToken() != null) {
      throw new UnreadableBody(SyntaxFault.trailing(parser));
    }
    return document;
  }

  private Json value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> fields();
      case START_ARRAY -> items();
      case VALUE_STRING -> new Json.Text(CleanText.of(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(parser.getString());
      case VALUE_TRUE -> Json.Word.TRUE;
      case VALUE_FALSE -> Json.Word.FALSE;
      case VALUE_NULL -> Json.Word.NULL;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private Json.Fields fields() {
    var fields = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = CleanText.of(parser.currentName());
      fields.put(name, value(parser.nextToken()));
    }
    return new Json.Fields(fields);
  }

  private Json.Items items() {
    var items = new ArrayList<Json>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(token));
    }
    return new Json.Items(items);
  }
}
