package dev.muster.bot.console;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.page.Visit;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the lists have in common: what they are filtered by, and how they go on. */
record Listing(String address, List<Choices> choices) {

  private static final int ROWS = 50;

  Listing {
    choices = List.copyOf(choices);
  }

  static PageRequest page(Visit visit) {
    return new PageRequest(ROWS, cursor(visit));
  }

  static boolean isNewest(Visit visit) {
    return cursor(visit).isEmpty();
  }

  <T> Map<String, Object> model(Visit visit, Page<T> page, Function<T, ?> row) {
    var model = new HashMap<String, Object>();
    model.put("rows", page.items().stream().map(row).toList());
    model.put("action", address);
    model.put("choices", choices);
    model.put("isFiltered", choices.stream().anyMatch(choice -> choice.chosen().isPresent()));
    model.put("newest", isNewest(visit) ? "" : filtered());
    var older = page.nextCursor().map(cursor -> Links.with(filtered(), "after", cursor));
    model.put("older", older.orElse(""));
    return model;
  }

  private String filtered() {
    var href = address;
    for (var choice : choices) {
      if (choice.chosen().isPresent()) {
        href = Links.with(href, choice.name(), choice.current());
      }
    }
    return href;
  }

  private static Optional<String> cursor(Visit visit) {
    return Optional.of(visit.value("after")).filter(cursor -> !cursor.isEmpty());
  }
}
