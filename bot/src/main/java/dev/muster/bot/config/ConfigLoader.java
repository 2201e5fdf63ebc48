package dev.muster.bot.config;

import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.files.Folder;
import dev.muster.bot.config.files.Merged;
import dev.muster.bot.config.secret.SecretShape;
import dev.muster.bot.config.steps.StepAccess;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads a configuration as a whole or not at all. Holds no state; reads files at each call. */
public final class ConfigLoader {

  private static final String DEMO = "dev/muster/samples/learnhub/";
  private static final List<String> DEMO_FILES =
      List.of(
          ConfigFiles.MAIN,
          "holidays-ke.ics",
          "runbooks/complete-outage.yaml",
          "runbooks/take-over.yaml");

  private final ConfigReader reader;

  /** The same with kinds of steps that do not depend on what the configuration allows. */
  public ConfigLoader(
      Set<String> sources,
      Kinds kinds,
      Function<String, @Nullable String> environment,
      InstantSource clock) {
    this(sources, _ -> kinds, environment, clock);
  }

  /**
   * Knows these kinds of sources and of steps, and takes environment variables from the function,
   * which answers null for one that is not set. The clock tells what has had its day.
   */
  public ConfigLoader(
      Set<String> sources,
      Function<StepAccess, Kinds> kinds,
      Function<String, @Nullable String> environment,
      InstantSource clock) {
    this.reader =
        new ConfigReader(new TreeSet<>(sources), kinds, new SecretShape(environment), clock);
  }

  /** What came of loading. */
  public sealed interface Outcome {

    /**
     * A configuration that can be used.
     *
     * @param warnings what is probably not meant, in the order of the files
     */
    record Loaded(Config config, ConfigFiles files, List<Problem> warnings) implements Outcome {
      public Loaded {
        warnings = List.copyOf(warnings);
      }
    }

    /** Every error, in the order of the files; never empty. */
    record Rejected(List<Problem> problems) implements Outcome {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads {@code muster.yaml} in the folder, and what lies beside it. */
  public Outcome load(Path home) {
    var problems = new Problems();
    var files = new Folder(home).read(problems);
    return read(files, problems);
  }

  /** Reads the sample that travels in the jar. */
  public Outcome demo() {
    var texts = new HashMap<String, String>();
    DEMO_FILES.forEach(name -> texts.put(name, resource(DEMO + name)));
    return read(new ConfigFiles("", texts));
  }

  /** Reads texts that lie anywhere. */
  public Outcome read(ConfigFiles files) {
    return read(files, new Problems());
  }

  /** What a JSON Schema says of {@code muster.yaml}, ready to be written as JSON. */
  public Map<String, Object> schema() {
    var nothing = new ConfigFiles("", Map.of());
    var top = new LinkedHashMap<String, Object>();
    top.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    top.put("title", "Muster's configuration");
    top.putAll(reader.config(nothing, new Problems()).schema().plain());
    return top;
  }

  /** The same of a runbook. */
  public static Map<String, Object> runbookSchema() {
    return Runbooks.alone().schema();
  }

  private Outcome read(ConfigFiles files, Problems problems) {
    var config =
        Merged.of(files, problems)
            .flatMap(root -> reader.config(files, problems).read(root, problems));
    return config
        .filter(_ -> !problems.hasErrors())
        .<Outcome>map(loaded -> new Outcome.Loaded(loaded, files, problems.inOrder()))
        .orElseGet(() -> new Outcome.Rejected(problems.errors()));
  }

  private static String resource(String name) {
    try (var in = ConfigLoader.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
