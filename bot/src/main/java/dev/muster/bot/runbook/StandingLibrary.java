package dev.muster.bot.runbook;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.bot.config.runbooks.Standing;
import dev.muster.commands.runbook.Library;
import dev.muster.runbooks.yaml.Problem;
import java.util.List;
import java.util.function.Supplier;

/**
 * The runbooks of the configuration of now as commands look them up, gathered once: most commands
 * ask for them several times. Thread-safe.
 */
public final class StandingLibrary implements Supplier<Library> {

  private final Supplier<ConfiguredRunbooks> configured;
  private volatile Standing<Library> made = new Standing<>(ConfiguredRunbooks.NONE, Library.EMPTY);

  public StandingLibrary(Supplier<ConfiguredRunbooks> configured) {
    this.configured = configured;
  }

  /** The first call of a configuration reads its library. */
  @Override
  public Library get() {
    var runbooks = configured.get();
    var known = made;
    if (known.isOf(runbooks)) {
      return known.value();
    }
    var gathered = gathered(runbooks);
    made = new Standing<>(runbooks, gathered);
    return gathered;
  }

  private static Library gathered(ConfiguredRunbooks runbooks) {
    var usable =
        runbooks.all().stream().collect(toUnmodifiableMap(one -> one.runbook().name(), one -> one));
    var lacking =
        runbooks.library().names().stream()
            .filter(name -> !usable.containsKey(name))
            .collect(toUnmodifiableMap(name -> name, name -> errors(runbooks, name)));
    return new Library(usable, lacking);
  }

  private static List<String> errors(ConfiguredRunbooks runbooks, String name) {
    return runbooks.library().problems(name).stream()
        .filter(Problem::isError)
        .map(Problem::message)
        .toList();
  }
}
