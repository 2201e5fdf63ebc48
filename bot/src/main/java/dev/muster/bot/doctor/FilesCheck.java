package dev.muster.bot.doctor;

import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.commands.configuration.Accepted;
import dev.muster.commands.configuration.AcceptedConfigurations;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the files here are right, and are what is in use.
 *
 * @param accepted what replicas run, if there is a database to ask
 */
public record FilesCheck(Outcome files, Optional<AcceptedConfigurations> accepted)
    implements Check {

  private static final Logger log = LoggerFactory.getLogger(FilesCheck.class);

  @Override
  public String about() {
    return "Configuration";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        switch (files) {
          case Outcome.Rejected(var problems) ->
              Finding.failed(
                  about(),
                  "The files are broken (%s): %s."
                      .formatted(Words.count(problems.size(), "problem"), problems.getFirst()),
                  "java -jar muster.jar check DIR names all. A Muster that runs goes on with what"
                      + " was accepted last.");
          case Outcome.Loaded(_, var right, var warnings) ->
              compared(right, warnings.isEmpty() ? "" : warnings(warnings.size()));
        });
  }

  private static String warnings(int count) {
    return " There are %s: java -jar muster.jar check DIR names them."
        .formatted(Words.count(count, "warning"));
  }

  private Finding compared(ConfigFiles right, String more) {
    try {
      return accepted
          .flatMap(AcceptedConfigurations::latest)
          .map(latest -> compared(right.hash(), latest, more))
          .orElseGet(() -> Finding.fine(about(), "The files are right." + more));
    } catch (RuntimeException awayOrWithoutTables) {
      log.atDebug().setCause(awayOrWithoutTables).log("What was accepted is not known");
      return Finding.fine(about(), "The files are right." + more);
    }
  }

  private Finding compared(String hash, Accepted latest, String more) {
    if (hash.equals(latest.hash())) {
      return Finding.fine(
          about(),
          "The files are right, and are number %d, in use.".formatted(latest.version()) + more);
    }
    return accepted.filter(it -> it.wereAccepted(hash)).isPresent()
        ? Finding.warning(
            about(),
            "The files here are older than number %d, which is in use.".formatted(latest.version()),
            "Bring them up to date. To go back to them, save one with a change, such as a comment.")
        : Finding.warning(
            about(),
            "The files here are right, and not in use: number %d is.".formatted(latest.version()),
            "A Muster that runs with them takes them up within seconds, or when it starts.");
  }
}
