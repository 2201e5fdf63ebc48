package dev.muster.integrations.postgres.lists;

import dev.muster.commands.store.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a page of one row more than was wanted, which says whether there is another page. */
public final class Pages {

  private Pages() {}

  public static <T> Page<T> cut(List<T> found, int limit, Function<T, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    var shown = found.subList(0, limit);
    return new Page<>(shown, Optional.of(cursor.apply(shown.getLast())));
  }
}
