package dev.muster.bot.config.current;

import dev.muster.runbooks.yaml.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which warnings were told, so that a change tells of its own ones only. For one thread. */
final class Warnings {

  private static final Logger log = LoggerFactory.getLogger(Warnings.class);

  private Set<Said> told = Set.of();
  private boolean isStarted;

  /** A line that has moved says the same. */
  private record Said(String file, String message) {
    static Said of(Problem problem) {
      return new Said(problem.place().file(), problem.message());
    }
  }

  /** Those that the reading before did not have; at a start, all. */
  List<Problem> fresh(List<Problem> warnings) {
    return warnings.stream().filter(it -> !told.contains(Said.of(it))).toList();
  }

  /** From now on nobody else prints them. */
  void started() {
    isStarted = true;
  }

  /** Puts the fresh ones into the log, where the start has not printed them, and remembers all. */
  void tell(List<Problem> warnings) {
    if (isStarted) {
      fresh(warnings)
          .forEach(it ->
              log.atWarn()
                  .addKeyValue("warning", it.toString())
                  .log("The changed configuration says what is probably not meant"));
    }
    told = warnings.stream().map(Said::of).collect(Collectors.toUnmodifiableSet());
  }
}
