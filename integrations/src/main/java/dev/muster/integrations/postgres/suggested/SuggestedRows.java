package dev.muster.integrations.postgres.suggested;

import dev.muster.commands.incident.suggested.Suggested;
import dev.muster.commands.incident.suggested.Suggested.Entry;
import java.util.ArrayList;
import java.util.Map;

/** Runbooks that may help in an incident, as names and texts among its details. */
public final class SuggestedRows {

  /** What stands behind it is the name of a runbook; its text is the rank and the title. */
  private static final String RUNBOOK = "runbook.";

  private SuggestedRows() {}

  public static void put(Map<String, String> texts, Suggested suggested) {
    suggested.all().forEach(it -> texts.put(RUNBOOK + it.runbook(), it.rank() + " " + it.title()));
  }

  public static Suggested read(Map<String, String> texts) {
    var entries = new ArrayList<Entry>();
    texts.forEach((name, text) -> {
      if (name.startsWith(RUNBOOK)) {
        entries.add(entry(name.substring(RUNBOOK.length()), text));
      }
    });
    return new Suggested(entries);
  }

  private static Entry entry(String runbook, String text) {
    var space = text.indexOf(' ');
    var rank = Integer.parseInt(text.substring(0, space));
    return new Entry(runbook, text.substring(space + 1), rank);
  }
}
