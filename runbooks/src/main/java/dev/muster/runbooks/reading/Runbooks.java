package dev.muster.runbooks.reading;

import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.scope.Outline;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import dev.muster.runbooks.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads files of runbooks, each by itself and then all together. Holds no state. */
public record Runbooks(Available around) {

  /** A hundred runbooks are many; nobody has thousands. */
  private static final int MOST = 500;

  /** Runbooks that are there besides, read only when one of them is asked for. */
  public interface Others {

    Others NONE = new NoOthers();

    Set<String> names();

    /** Empty when there is none, or when it cannot be used here. */
    Optional<Definition> find(String name);

    /** Why one of them cannot be used here; empty when it can. */
    default List<Problem> problems(String name) {
      return List.of();
    }
  }

  private record NoOthers() implements Others {
    @Override
    public Set<String> names() {
      return Set.of();
    }

    @Override
    public Optional<Definition> find(String name) {
      return Optional.empty();
    }
  }

  /**
   * All that can be read, by their names; files by the paths that messages show. They may use the
   * others, and replace one by its name.
   */
  public Map<String, Definition> read(Map<String, String> files, Others others, Problems problems) {
    var read = new TreeMap<String, Definition>();
    if (files.size() > MOST) {
      problems.add(
          Place.wholeOf(files.keySet().iterator().next()),
          "more than " + MOST + " runbooks; is it the right folder?");
      return read;
    }
    files.forEach(
        (file, text) -> one(file, text, problems).ifPresent(it -> put(it, read, problems)));
    new Nesting(around.kinds(), read, others).check(problems);
    return Collections.unmodifiableMap(read);
  }

  /** One file; what was read beside an error is not answered. */
  public Optional<Definition> one(String file, String text, Problems problems) {
    var own = new Problems();
    var definition =
        Yaml.parseMerging(file, text, own)
            .flatMap(root ->
                RunbookReader.of(around, Outline.of(root))
                    .runbook()
                    .read(root, own)
                    .map(runbook -> new Definition(runbook, file, text, hash(text))));
    own.inOrder()
        .forEach(it -> {
          if (it.isError()) {
            problems.add(it.place(), it.message());
          } else {
            problems.warn(it.place(), it.message());
          }
        });
    return own.hasErrors() ? Optional.empty() : definition;
  }

  /** What a JSON Schema says of a runbook, ready to be written as JSON. */
  public Map<String, Object> schema() {
    var top = new LinkedHashMap<String, Object>();
    top.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    top.put("title", "A runbook of Muster");
    top.putAll(shape().plain());
    return top;
  }

  private Schema shape() {
    return RunbookReader.of(around, new Outline(Map.of(), Map.of())).runbook().schema();
  }

  /** With nothing around, for a schema. */
  public static Runbooks alone() {
    return new Runbooks(
        new Available(new Kinds(Set.of()), Set.of(), Set.of(), Set.of(), LocalDate.EPOCH));
  }

  private static void put(Definition it, Map<String, Definition> read, Problems problems) {
    var earlier = read.putIfAbsent(it.runbook().name(), it);
    if (earlier != null) {
      problems.add(
          Place.wholeOf(it.file()),
          "the runbook %s is in %s already; name one of the two otherwise"
              .formatted(Words.quoted(it.runbook().name()), earlier.file()));
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
