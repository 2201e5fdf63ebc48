package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.bot.process.EmbeddedDatabase;
import dev.muster.integrations.sources.Sources;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The built-in demo, whatever the environment says. */
final class Demo {

  /** What the runbooks of the library look at, unless the environment says otherwise. */
  private static final String TARGET = "APP_DATABASE_URL";

  private Demo() {}

  /** The variables of the environment, and a database of the demo's own for its runbooks. */
  static Function<String, @Nullable String> environment(EmbeddedDatabase database) {
    return name -> {
      var set = System.getenv(name);
      return set == null && name.equals(TARGET) ? database.sampleUrl().orElse(null) : set;
    };
  }

  static ConfigLoader loader() {
    return new ConfigLoader(
        Set.copyOf(Sources.names()), StepKinds::under, _ -> null, InstantSource.system());
  }

  static Config config() {
    return switch (loader().demo()) {
      case Outcome.Loaded(var config, _, _) -> config;
      case Outcome.Rejected(var problems) -> throw new IllegalStateException(problems.toString());
    };
  }
}
