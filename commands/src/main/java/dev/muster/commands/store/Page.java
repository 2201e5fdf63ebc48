package dev.muster.commands.store;

import java.util.List;
import java.util.Optional;

/** One page of a list and the cursor that continues it; no cursor when the list has ended. */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

  public Page {
    items = List.copyOf(items);
  }
}
