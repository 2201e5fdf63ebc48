package dev.muster.integrations.shell;

import dev.muster.runbooks.kind.Effect;
import java.nio.file.Path;

/**
 * A command that runbooks may run.
 *
 * @param program where it is; always the whole way
 * @param effect what it does to the world, whatever its arguments
 */
public record Allowed(Path program, Effect effect) {

  public Allowed {
    if (!program.isAbsolute() || !program.equals(program.normalize())) {
      throw new IllegalArgumentException(
          "write the whole way to a command, such as /usr/bin/df, not " + program);
    }
  }
}
