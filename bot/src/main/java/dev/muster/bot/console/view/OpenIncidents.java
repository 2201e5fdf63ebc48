package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.Times;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.store.Page;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What burns, the worst first and of equals the oldest.
 *
 * @param headline all of it in one line
 * @param hidden how many more there are; of very many only as far as was looked
 */
public record OpenIncidents(String headline, List<IncidentRow> rows, int hidden) {

  private static final int SHOWN = 20;
  private static final Comparator<Incident> WORST_FIRST =
      Comparator.comparing((Incident incident) -> incident.severity().level())
          .thenComparing(Incident::openedAt)
          .thenComparing(Incident::id);

  public static OpenIncidents of(Page<Incident> open, Times times) {
    var views = new IncidentViews(times);
    var sorted = open.items().stream().sorted(WORST_FIRST).toList();
    var rows = sorted.stream().limit(SHOWN).map(views::row).toList();
    var isMore = open.nextCursor().isPresent();
    return new OpenIncidents(headline(sorted, isMore), rows, sorted.size() - rows.size());
  }

  private static String headline(List<Incident> open, boolean isMore) {
    if (open.isEmpty()) {
      return "Nothing is open.";
    }
    var counts = new LinkedHashMap<String, Integer>();
    open.forEach(incident -> counts.merge(incident.severity().name(), 1, Integer::sum));
    var parts = new ArrayList<String>();
    counts.forEach((severity, count) -> parts.add(count + " " + severity));
    var waiting = open.stream().filter(it -> it.state().acknowledged().isEmpty()).count();
    var total = (isMore ? "More than " : "") + Words.count(open.size(), "incident");
    return total + " open: " + String.join(", ", parts) + " · " + who(waiting, open.size());
  }

  private static String who(long waiting, int all) {
    if (waiting == 0) {
      return all == 1 ? "somebody has it" : "somebody has each";
    }
    if (waiting < all) {
      return "nobody has " + waiting + " of them";
    }
    return all == 1 ? "nobody has it" : "nobody has them";
  }
}
