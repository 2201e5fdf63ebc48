package dev.muster.bot.config.current;

import dev.muster.commands.configuration.Accepted;
import dev.muster.runbooks.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The files are broken and there is no other configuration to start with. */
public final class NothingAccepted extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String NEXT =
      " Mend the files (`muster.jar check DIR` says when they are right) and start again.";

  private NothingAccepted(String message) {
    super(message);
  }

  /** None was accepted before. */
  static NothingAccepted yet() {
    return new NothingAccepted(
        "Not started: no configuration was accepted before that Muster could go on with." + NEXT);
  }

  /** The last one needs something that is not there. */
  static NothingAccepted usable(Accepted latest, List<Problem> problems) {
    return new NothingAccepted(
        "Not started: configuration %d, which was accepted last, cannot be used here either:%n%s%n"
                .formatted(
                    latest.version(),
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")))
            + NEXT.strip());
  }
}
