package dev.muster.runbooks.language;

import dev.muster.runbooks.language.InputText.Reading;
import dev.muster.runbooks.yaml.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What a run is given, as people typed it and as it is meant. Secrets are not among them: they are
 * looked up when they are needed. Immutable.
 *
 * @param values by name and of their types, also those that were left out and have a fallback
 * @param missing what has to be asked for
 * @param refused what is wrong, by name
 */
public record InputValues(
    Map<String, Object> values, List<Input> missing, Map<String, String> refused) {

  public InputValues {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    missing = List.copyOf(missing);
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }

  public boolean areComplete() {
    return missing.isEmpty() && refused.isEmpty();
  }

  /** What is wrong or missing, for people; each begins with the name of the input. */
  public List<String> problems() {
    var wrong = refused.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue());
    return Stream.concat(wrong, missing.stream().map(it -> it.name() + " is missing")).toList();
  }

  /** Fields of a form, or of a call; an empty one was left out. */
  public static InputValues of(
      Map<String, Input> inputs, Map<String, String> given, Collection<String> people) {
    return read(inputs, given, (input, typed) -> InputText.read(input.type(), typed, people));
  }

  /**
   * What was read before, or computed by a runbook: of its type already, or as text. Whoever reads
   * it does not know the people, and takes their names as they are.
   */
  public static InputValues computed(Map<String, Input> inputs, Map<String, ?> given) {
    return read(inputs, given, InputValues::computed);
  }

  private static Reading computed(Input input, Object value) {
    return switch (input.type()) {
      case Input.Type.Somebody _ -> new Reading.Value(value.toString());
      case Input.Type.Length _ when value instanceof Duration -> new Reading.Value(value);
      case Input.Type.Whole _ when value instanceof Number number ->
          InputText.read(input.type(), plain(number), List.of());
      default -> InputText.read(input.type(), value.toString(), List.of());
    };
  }

  /** Expressions make 3.0 of what is meant as 3. */
  private static String plain(Number number) {
    try {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException _) {
      return number.toString();
    }
  }

  private static <T> InputValues read(
      Map<String, Input> inputs, Map<String, T> given, BiFunction<Input, T, Reading> reader) {
    var values = new LinkedHashMap<String, Object>();
    var missing = new ArrayList<Input>();
    var refused = new LinkedHashMap<String, String>();
    given.keySet().stream()
        .filter(name -> !inputs.containsKey(name))
        .forEach(name -> refused.put(name, unknown(name, inputs)));
    for (var input : inputs.values()) {
      var typed = given.get(input.name());
      if (typed != null && !typed.equals("")) {
        switch (reader.apply(input, typed)) {
          case Reading.Value(var value) -> values.put(input.name(), value);
          case Reading.Refused(var why) -> refused.put(input.name(), why);
        }
      } else if (input.fallback() != null) {
        values.put(input.name(), input.fallback());
      } else if (input.required() && !input.isSecret()) {
        missing.add(input);
      }
    }
    return new InputValues(values, missing, refused);
  }

  private static String unknown(String name, Map<String, Input> inputs) {
    var open = inputs.values().stream().filter(it -> !it.isSecret()).map(Input::name).toList();
    return "there is no input " + Words.quoted(name) + Words.insteadOf(name, open, "inputs");
  }
}
