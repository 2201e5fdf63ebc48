package dev.muster.integrations.library;

import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Available;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The runbooks that travel with Muster, as they lie in their folders: those of the library by name,
 * those of the sample with {@code learnhub/} before it.
 */
record Shelf(Map<String, Definition> all, Runbooks reader) {

  private static final Path LIBRARY = Path.of("../runbooks/library");
  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub/runbooks");

  static Shelf read(Kinds kinds, Set<String> secrets) {
    var around =
        new Available(kinds, Set.of(), Set.of("admin"), secrets, LocalDate.of(2026, 11, 22));
    var shelf = new Shelf(new TreeMap<>(), new Runbooks(around));
    shelf.add(LIBRARY, "");
    shelf.add(SAMPLE, "learnhub/");
    return shelf;
  }

  Optional<Definition> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  Optional<Definition> read(String file, String text) {
    var problems = new Problems();
    var read = reader.one(file, text, problems);
    if (!problems.inOrder().isEmpty()) {
      throw new AssertionError(problems.inOrder());
    }
    return read;
  }

  private void add(Path folder, String before) {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        var definition = read(file.toString(), Files.readString(file)).orElseThrow();
        all.put(before + definition.runbook().name(), definition);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
