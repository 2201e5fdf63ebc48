package dev.muster.integrations.postgres.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Migrations;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the tables are those of this version. */
public record TablesCheck(DatabaseAddress address) implements Check {

  private static final Logger log = LoggerFactory.getLogger(TablesCheck.class);

  @Override
  public String about() {
    return "Database tables";
  }

  @Override
  public List<Finding> look() {
    try {
      return List.of(finding(Migrations.state(address)));
    } catch (RuntimeException awayOrClosed) {
      log.atDebug().setCause(awayOrClosed).log("The tables are not known");
      return List.of(
          Finding.skipped(
              about(), "The database could not be asked.", "Mend it first, and look again."));
    }
  }

  private Finding finding(Migrations.State state) {
    if (state.failed() > 0) {
      return Finding.failed(
          about(),
          "A step to this version failed half-way.",
          "Run java -jar muster.jar migrate and read what it says.");
    }
    if (state.pending() > 0) {
      return Finding.warning(
          about(),
          "They are %s behind this version.".formatted(Words.count(state.pending(), "step")),
          "Muster takes them when it starts; java -jar muster.jar migrate does so before.");
    }
    return state.newer() > 0
        ? Finding.warning(
            about(),
            "They are of a newer Muster, %s ahead of this one."
                .formatted(Words.count(state.newer(), "step")),
            "Bring this Muster to the version of the others.")
        : Finding.fine(about(), "They are of this version.");
  }
}
