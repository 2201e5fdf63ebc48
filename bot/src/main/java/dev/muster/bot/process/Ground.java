package dev.muster.bot.process;

import dev.muster.integrations.postgres.DatabaseAddress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Muster stands on.
 *
 * @param address of the database that keeps everything
 * @param environment answers null for a variable that is not set
 */
public record Ground(DatabaseAddress address, Function<String, @Nullable String> environment) {

  public Ground(DatabaseAddress address) {
    this(address, System::getenv);
  }
}
