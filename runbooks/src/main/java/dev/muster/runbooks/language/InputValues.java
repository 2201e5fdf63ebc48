package dev.muster.runbooks.language;

import dev.muster.runbooks.language.InputText.Reading;
import dev.muster.runbooks.yaml.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run is given, as people typed it and as it is meant. Secrets are not among them.
 * Immutable.
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

  /** Words as they are typed: {@code region=eu count=2}. */
  public static InputValues typed(
      Map<String, Input> inputs, List<String> words, Collection<String> people) {
    var given = new LinkedHashMap<String, String>();
    var refused = new LinkedHashMap<String, String>();
    for (var word : words) {
      var equals = word.indexOf('=');
      if (equals < 1) {
        refused.put(word, Words.quoted(word) + " is no input; type NAME=VALUE" + names(inputs));
      } else if (given.putIfAbsent(word.substring(0, equals), word.substring(equals + 1)) != null) {
        refused.put(word.substring(0, equals), "is given twice; keep one of the two");
      }
    }
    var read = of(inputs, given, people);
    refused.putAll(read.refused());
    return new InputValues(read.values(), read.missing(), refused);
  }

  /** Fields of a form, or of a call; an empty one was left out. */
  public static InputValues of(
      Map<String, Input> inputs, Map<String, String> given, Collection<String> people) {
    var values = new LinkedHashMap<String, Object>();
    var missing = new ArrayList<Input>();
    var refused = new LinkedHashMap<String, String>();
    given.keySet().stream()
        .filter(name -> !inputs.containsKey(name))
        .forEach(name ->
            refused.put(
                name,
                "there is no input "
                    + Words.quoted(name)
                    + Words.insteadOf(name, open(inputs), "inputs")));
    for (var input : inputs.values()) {
      var typed = given.getOrDefault(input.name(), "");
      if (!typed.isEmpty()) {
        switch (InputText.read(input.type(), typed, people)) {
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

  private static List<String> open(Map<String, Input> inputs) {
    return inputs.values().stream().filter(it -> !it.isSecret()).map(Input::name).toList();
  }

  private static String names(Map<String, Input> inputs) {
    return open(inputs).isEmpty()
        ? "; this runbook takes none"
        : "; the inputs are " + Words.listed(open(inputs));
  }
}
