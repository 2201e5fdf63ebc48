package dev.muster.bot.cli;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Migrations;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster.jar migrate}: brings the database of DATABASE_URL to this version's tables. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the tables in the database to this version.",
      "Muster does so by itself when it starts. This is for those who do it before, as another user"
          + " of the database: it takes DATABASE_URL."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:they are of this version",
      "1:the database is away, and nothing was changed",
      "2:DATABASE_URL is not set"
    })
public final class MigrateCommand implements Callable<Integer> {

  private final Optional<DatabaseAddress> address;

  @Spec private CommandSpec spec = CommandSpec.create();

  public MigrateCommand(Optional<DatabaseAddress> address) {
    this.address = address;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (address.isEmpty()) {
      out.println("Set DATABASE_URL. The embedded database is migrated when Muster starts.");
      return 2;
    }
    try {
      var steps = Migrations.run(address.get());
      out.println(
          steps == 0
              ? "Nothing to do: " + address.get().shown() + " is of this version."
              : address.get().shown()
                  + ": "
                  + steps
                  + (steps == 1 ? " step" : " steps")
                  + " taken.");
      return 0;
    } catch (StoreUnavailable away) {
      out.println("The database at " + address.get().shown() + " is away. Nothing was changed.");
      return 1;
    } finally {
      out.flush();
    }
  }
}
