package dev.muster.bot.config.current;

import dev.muster.commands.configuration.Accepted;
import dev.muster.runbooks.yaml.Problem;
import java.util.List;

/**
 * Why a replica does not run what it was given, for whoever looks at it.
 *
 * @param problems each with its place
 * @param next what to do about it
 */
public record ConfigTrouble(Kind kind, String headline, List<String> problems, String next) {

  private static final int SHOWN = 5;

  /** There is one of each at a time. */
  enum Kind {
    FILES_BROKEN,
    FILES_OLD,
    ACCEPTED_UNUSABLE
  }

  public ConfigTrouble {
    problems = List.copyOf(problems);
  }

  static ConfigTrouble broken(String replica, List<Problem> problems) {
    return new ConfigTrouble(
        Kind.FILES_BROKEN,
        "The configuration files of %s are broken and not in use; what was accepted last is."
            .formatted(replica),
        shown(problems),
        "Mend them and save. Muster looks at the files again by itself.");
  }

  static ConfigTrouble old(String replica, Accepted latest) {
    return new ConfigTrouble(
        Kind.FILES_OLD,
        "The configuration files of %s are older than configuration %d, which is in use."
            .formatted(replica, latest.version()),
        List.of(),
        "Bring them up to date. To go back to them, save one with a change, such as a comment.");
  }

  static ConfigTrouble unusable(String replica, Accepted latest, List<Problem> problems) {
    return new ConfigTrouble(
        Kind.ACCEPTED_UNUSABLE,
        "%s cannot use configuration %d, which the others run."
            .formatted(replica, latest.version()),
        shown(problems),
        "Compare environment and version of this replica with the others.");
  }

  private static List<String> shown(List<Problem> problems) {
    return problems.stream().limit(SHOWN).map(Problem::toString).toList();
  }
}
