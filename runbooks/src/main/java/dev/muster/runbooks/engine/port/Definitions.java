package dev.muster.runbooks.engine.port;

import dev.muster.runbooks.language.Definition;
import java.util.Collection;
import java.util.Optional;

/** The runbooks that there are, and those that runs are pinned to. Thread-safe. */
public interface Definitions {

  /** As it is configured now. */
  Optional<Definition> named(String name);

  /** As it was when a run was pinned to it. */
  Optional<Definition> pinned(String hash);

  /** Keeps what a run needs until it is over, whatever is configured meanwhile. */
  void pin(Collection<Definition> definitions);
}
