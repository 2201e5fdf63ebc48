package dev.muster.bot.config;

import dev.muster.bot.config.secret.SecretShape;
import dev.muster.bot.config.yaml.Place;
import dev.muster.bot.config.yaml.Problem;
import dev.muster.bot.config.yaml.Problems;
import dev.muster.bot.config.yaml.Yaml;
import dev.muster.bot.config.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads a configuration as a whole or not at all. Holds no state; reads files at each call. */
public final class ConfigLoader {

  private static final String FILE = "muster.yaml";
  private static final String DEMO = "dev/muster/samples/learnhub/" + FILE;

  private final ConfigReader reader;

  /**
   * Knows these kinds of sources, and takes environment variables from the function, which answers
   * null for one that is not set.
   */
  public ConfigLoader(Set<String> sources, Function<String, @Nullable String> environment) {
    this.reader = new ConfigReader(sources, new SecretShape(environment));
  }

  /** What came of loading. */
  public sealed interface Outcome {

    record Loaded(Config config) implements Outcome {}

    /** Every problem, in the order of the file; never empty. */
    record Rejected(List<Problem> problems) implements Outcome {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads {@code muster.yaml} in the folder. */
  public Outcome load(Path home) {
    var problems = new Problems();
    var file = home.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      problems.add(Place.wholeOf(missing(home).toString()), whyMissing(home));
      return new Outcome.Rejected(problems.inOrder());
    }
    return YamlText.of(file, problems)
        .map(text -> read(file.toString(), text))
        .orElseGet(() -> new Outcome.Rejected(problems.inOrder()));
  }

  /** Reads the sample that travels in the jar. */
  public Outcome demo() {
    try (var in = ConfigLoader.class.getClassLoader().getResourceAsStream(DEMO)) {
      if (in == null) {
        throw new IllegalStateException(DEMO + " is not on the class path");
      }
      return read(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome read(String file, String text) {
    var problems = new Problems();
    var config =
        Yaml.parse(file, text, problems).flatMap(root -> reader.config().read(root, problems));
    return config
        .filter(_ -> problems.isEmpty())
        .<Outcome>map(Outcome.Loaded::new)
        .orElseGet(() -> new Outcome.Rejected(problems.inOrder()));
  }

  private static Path missing(Path home) {
    return Files.isDirectory(home) ? home.resolve(FILE) : home;
  }

  private static String whyMissing(Path home) {
    if (Files.isRegularFile(home)) {
      return "a file; give the folder in which muster.yaml lies";
    }
    if (!Files.isDirectory(home)) {
      return "there is no such folder; check the path, or make it and put a muster.yaml there";
    }
    return Files.exists(home.resolve("muster.yml"))
        ? "not there, but muster.yml is; rename it to muster.yaml"
        : "there is no such file; copy runbooks/samples/learnhub/muster.yaml and make it yours";
  }
}
