package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.integrations.sources.Sources;
import java.time.InstantSource;
import java.util.Set;

/** The built-in demo, whatever the environment says. */
final class Demo {

  private Demo() {}

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
