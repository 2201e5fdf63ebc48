package dev.muster.bot.config.runbooks;

import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ready runbooks that travel in the jar, each read when it is first asked for: a start waits
 * for none of them. One that needs what this configuration does not have, such as a variable, is
 * not there. Thread-safe.
 */
public final class Library implements Runbooks.Others {

  private static final String FOLDER = "dev/muster/library/";

  private final Runbooks reader;
  private final Set<String> names;
  private final Map<String, Reading> read = new ConcurrentHashMap<>();

  private record Reading(Optional<Definition> definition, List<Problem> problems) {}

  /** Reads by these surroundings what the jar has. */
  public Library(Runbooks reader) {
    this.reader = reader;
    this.names = Set.copyOf(resource("index").map(text -> text.lines().toList()).orElse(List.of()));
  }

  @Override
  public Set<String> names() {
    return names;
  }

  @Override
  public Optional<Definition> find(String name) {
    return names.contains(name) ? reading(name).definition() : Optional.empty();
  }

  @Override
  public List<Problem> problems(String name) {
    return names.contains(name) ? reading(name).problems() : List.of();
  }

  private Reading reading(String name) {
    return read.computeIfAbsent(name, this::read);
  }

  private Reading read(String name) {
    var problems = new Problems();
    var file = name + ".yaml";
    var definition = resource(file).flatMap(text -> reader.one("library/" + file, text, problems));
    return new Reading(definition, problems.inOrder());
  }

  private static Optional<String> resource(String name) {
    try (var in = Library.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
