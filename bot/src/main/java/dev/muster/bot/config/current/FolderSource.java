package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.alerts.Key;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.files.Folder;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of a folder, or else the built-in demo.
 *
 * @param isLoopback whether only this machine can reach us: the demo's well-known key is good for
 *     nothing else
 */
public record FolderSource(ConfigLoader loader, Optional<Path> home, boolean isLoopback)
    implements ConfigSource {

  @Override
  public String fingerprint() {
    if (home.isEmpty()) {
      return "demo";
    }
    var problems = new Problems();
    var files = new Folder(home.get()).read(problems);
    return files.hash() + problems.inOrder();
  }

  /** The demo is the demo, on a database of whichever team. */
  @Override
  public boolean insists() {
    return home.isEmpty();
  }

  @Override
  public Outcome own() {
    return guarded(home.map(loader::load).orElseGet(loader::demo));
  }

  @Override
  public Outcome read(ConfigFiles files) {
    return guarded(loader.read(files));
  }

  private Outcome guarded(Outcome outcome) {
    return outcome instanceof Loaded(var config, _, _) && !isLoopback && isOpenDoor(config)
        ? new Outcome.Rejected(
            List.of(new Problem(Place.wholeOf("muster.yaml"), Problem.Kind.ERROR, openDoor())))
        : outcome;
  }

  private String openDoor() {
    return home.isPresent()
        ? "the key `demo` is for this machine only; give the integrations keys of their own, or set"
            + " BIND=127.0.0.1"
        : "this is the demo, whose key `demo` everybody knows, and BIND lets everybody reach it;"
            + " set MUSTER_HOME to the folder of your own muster.yaml, or BIND=127.0.0.1";
  }

  private static boolean isOpenDoor(Config config) {
    return config.integrations().stream()
        .anyMatch(integration -> integration.accepts(Key.DEMO, Instant.EPOCH));
  }
}
