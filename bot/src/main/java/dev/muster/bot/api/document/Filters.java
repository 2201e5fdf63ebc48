package dev.muster.bot.api.document;

import java.util.List;

/** What may stand behind the question mark of an address, as the document says it. */
public final class Filters {

  private Filters() {}

  /**
   * By name, in the document's order.
   *
   * @param path as routes write it, such as {@code /api/v1/incidents/:id}
   */
  public static List<String> of(String path) {
    return Operation.of("GET " + path.replaceAll(":(\\w+)", "{$1}"))
        .map(Operation::filters)
        .orElse(List.of());
  }
}
