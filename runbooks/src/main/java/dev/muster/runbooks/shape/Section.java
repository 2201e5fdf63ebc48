package dev.muster.runbooks.shape;

import dev.muster.runbooks.text.NearestWords;
import dev.muster.runbooks.yaml.Node.Entry;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A mapping while it is read: it remembers which keys were asked for and reports the rest, each
 * with the nearest key that there is. Not thread-safe.
 */
public final class Section {

  private final Mapping mapping;
  private final Problems problems;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Shape<?>> known = new LinkedHashMap<>();
  private final List<String> needed = new ArrayList<>();
  private final Map<String, String> advice = new LinkedHashMap<>();

  private final List<Missing> missing = new ArrayList<>();

  private record Missing(String message, List<String> keys) {
    boolean isMeantBy(String written) {
      return keys.stream().anyMatch(key -> isMeant(key, written));
    }
  }

  private Section(Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
    mapping.entries().forEach(entry -> entries.put(entry.name(), entry));
  }

  /**
   * A mapping with fixed keys, read by the function; keys that it asks for nowhere are problems.
   */
  public static <T> Shape<T> shape(String what, Function<Section, T> reader) {
    return Shape.of(
        () -> described(reader),
        (node, problems) -> {
          if (!(node instanceof Mapping mapping)) {
            problems.add(node.place(), Words.expected(what, node));
            return Optional.empty();
          }
          var section = new Section(mapping, problems);
          var value = reader.apply(section);
          section.reportTheRest();
          return Optional.of(value);
        });
  }

  /** A reader asks an empty mapping for all that it knows: that is the schema. */
  private static <T> Schema described(Function<Section, T> reader) {
    var empty = new Mapping(Place.wholeOf(""), List.of());
    var section = new Section(empty, new Problems());
    var _ = reader.apply(section);
    var properties = new LinkedHashMap<String, Object>();
    section.known.forEach((key, shape) -> properties.put(key, shape.schema()));
    var schema =
        Schema.type("object").with("properties", properties).with("additionalProperties", false);
    return section.needed.isEmpty() ? schema : schema.with("required", section.needed);
  }

  public <T> Optional<T> optional(String key, Shape<T> shape) {
    known.put(key, shape);
    return Optional.ofNullable(entries.get(key))
        .flatMap(entry -> shape.read(entry.value(), problems));
  }

  /** Tells where the key is missing and what could be written. */
  public <T> Optional<T> required(String key, String example, Shape<T> shape) {
    needed.add(key);
    if (!has(key)) {
      missing("`%s` is missing here; add `%s: %s`".formatted(key, key, example), key);
    }
    return optional(key, shape);
  }

  /** Something missing here, told unless an unknown key is probably one of these keys misspelt. */
  public void missing(String message, String... keys) {
    missing.add(new Missing(message, List.of(keys)));
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /**
   * The names that the mapping under this key declares, whether or not their values can be read.
   */
  public List<String> namesIn(String key) {
    return entriesIn(key).map(Entry::name).toList();
  }

  /** The same one level deeper. */
  public List<String> namesIn(String key, String deeper) {
    return entriesIn(key)
        .filter(entry -> entry.name().equals(deeper))
        .flatMap(Section::entriesOf)
        .map(Entry::name)
        .toList();
  }

  private Stream<Entry> entriesIn(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.name().equals(key) || (!has(key) && isMeant(key, entry.name())))
        .flatMap(Section::entriesOf);
  }

  private static Stream<Entry> entriesOf(Entry entry) {
    return entry.value() instanceof Mapping(_, var entries) ? entries.stream() : Stream.empty();
  }

  /** A key that is read and checked and nothing else: whoever writes it has to know. */
  public void unused(String key, String instead) {
    if (has(key)) {
      warn(
          placeOf(key), "`%s` has no effect in this version of Muster: %s".formatted(key, instead));
    }
  }

  /** What to say of a key that does not belong here but is easily thought to. */
  public void advise(String key, String message) {
    advice.put(key, message);
  }

  public Place place() {
    return mapping.place();
  }

  /** Something wrong with the mapping as a whole. */
  public void problem(String message) {
    problems.add(place(), message);
  }

  public void problem(Place place, String message) {
    problems.add(place, message);
  }

  /** What is allowed and probably not meant. */
  public void warn(Place place, String message) {
    problems.warn(place, message);
  }

  /** Where the key stands, or else the mapping as a whole. */
  public Place placeOf(String key) {
    return Optional.ofNullable(entries.get(key)).map(entry -> entry.key().place()).orElse(place());
  }

  private void reportTheRest() {
    var rest =
        mapping.entries().stream().filter(entry -> !known.containsKey(entry.name())).toList();
    rest.forEach(entry -> problems.add(entry.key().place(), unknown(entry.name())));
    for (var absent : missing) {
      if (rest.stream().noneMatch(entry -> absent.isMeantBy(entry.name()))) {
        problem(absent.message());
      }
    }
  }

  private static boolean isMeant(String key, String written) {
    return key.equals(written) || !NearestWords.nearest(written, List.of(key)).isEmpty();
  }

  private String unknown(String key) {
    var said = advice.get(key);
    if (said != null) {
      return said;
    }
    var words = new LinkedHashSet<>(known.keySet());
    words.addAll(advice.keySet());
    var near = Words.didYouMean(key, words);
    return "unknown key "
        + Words.quoted(key)
        + (near.isEmpty() ? "; the keys here are " + Words.listed(known.keySet()) : near);
  }
}
