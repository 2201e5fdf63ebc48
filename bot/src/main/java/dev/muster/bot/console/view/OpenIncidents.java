package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.Times;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentStore.OpenOnes;
import dev.muster.commands.store.Ranked;
import dev.muster.commands.text.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What burns, the worst of it in full.
 *
 * @param headline all of it in one line
 * @param hidden how many more there are
 */
public record OpenIncidents(String headline, List<IncidentRow> rows, long hidden) {

  public static OpenIncidents of(Ranked<Incident> worst, List<OpenOnes> counts, Times times) {
    var rows = worst.items().stream().map(new IncidentViews(times)::row).toList();
    return new OpenIncidents(headline(counts), rows, worst.total() - rows.size());
  }

  private static String headline(List<OpenOnes> counts) {
    if (counts.isEmpty()) {
      return "Nothing is open.";
    }
    var all = counts.stream().mapToLong(OpenOnes::count).sum();
    var unowned = counts.stream().mapToLong(OpenOnes::unowned).sum();
    var parts =
        counts.stream()
            .map(one -> one.count() + " " + one.severity())
            .collect(Collectors.joining(", "));
    return Words.count(all, "incident") + " open: " + parts + " · " + who(unowned, all);
  }

  private static String who(long unowned, long all) {
    if (unowned == 0) {
      return all == 1 ? "somebody has it" : "somebody has each";
    }
    if (unowned < all) {
      return "nobody has " + unowned + " of them";
    }
    return all == 1 ? "nobody has it" : "nobody has them";
  }
}
