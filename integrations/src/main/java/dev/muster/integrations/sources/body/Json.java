package dev.muster.integrations.sources.body;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as it was sent: numbers keep their digits, objects the order of their names, and
 * every text is clean ({@link CleanText}). Immutable.
 */
public sealed interface Json {

  /** A string's characters, and the JSON text of anything else. */
  String asText();

  /** What it is, for people: "an array". */
  String kind();

  record Text(String value) implements Json {
    @Override
    public String asText() {
      return value;
    }

    @Override
    public String kind() {
      return "a string";
    }
  }

  record Number(String digits) implements Json {
    @Override
    public String asText() {
      return digits;
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  enum Word implements Json {
    TRUE("true", "a boolean"),
    FALSE("false", "a boolean"),
    NULL("null", "null");

    private final String text;
    private final String kind;

    Word(String text, String kind) {
      this.text = text;
      this.kind = kind;
    }

    @Override
    public String asText() {
      return text;
    }

    @Override
    public String kind() {
      return kind;
    }
  }

  record Items(List<Json> values) implements Json {
    public Items {
      values = Collections.unmodifiableList(values);
    }

    @Override
    public String asText() {
      return JsonText.of(this);
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  record Fields(Map<String, Json> values) implements Json {
    public static final Fields NONE = new Fields(Map.of());

    public Fields {
      values = Collections.unmodifiableMap(values);
    }

    /** The value of that name; one that is absent is null, as most senders mean it. */
    public Json get(String name) {
      return values.getOrDefault(name, Word.NULL);
    }

    public boolean has(String name) {
      return get(name) != Word.NULL;
    }

    /** What stands under the name, as text; empty when there is nothing or a blank. */
    public Optional<String> text(String name) {
      var value = get(name);
      return value == Word.NULL
          ? Optional.empty()
          : Optional.of(value.asText()).filter(text -> !text.isBlank());
    }

    /** The object under the name; {@link #NONE} when there is something else or nothing. */
    public Fields fields(String name) {
      return get(name) instanceof Fields fields ? fields : NONE;
    }

    @Override
    public String asText() {
      return JsonText.of(this);
    }

    @Override
    public String kind() {
      return "an object";
    }
  }
}
