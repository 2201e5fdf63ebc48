package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.words.AlertWords;
import dev.muster.runbooks.language.About;
import dev.muster.runbooks.language.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The runbooks that fit an incident, each of which leads to what it would do. */
public final class FittingCard {

  private static final int SHOWN = 10;

  private FittingCard() {}

  /** Nothing where none fits. */
  public static Message of(IncidentId incident, List<Runbook> runbooks, Freshness freshness) {
    var blocks = new ArrayList<Block>();
    for (var runbook : runbooks.stream().limit(SHOWN).toList()) {
      var plan = "/runbook plan %s for:%s".formatted(runbook.name(), incident);
      blocks.add(
          new Block.Row(
              spans(runbook.about(), freshness, when(runbook)),
              Block.Button.of("Plan " + runbook.name(), plan)));
    }
    if (runbooks.size() > SHOWN) {
      blocks.add(Block.line(more(runbooks)));
    }
    return new Message("", blocks);
  }

  /**
   * What it is, when to use it, and aloud when nobody has read it for long.
   *
   * @param why it is suggested: {@code because the alert is database_down}; empty where nobody
   *     knows
   */
  public static List<Span> spans(About about, Freshness freshness, String why) {
    var stale = freshness.warning(about).map(words -> " " + words).orElse("");
    var purpose = about.purpose().isBlank() ? "" : ": " + Says.sentence(about.purpose());
    var suggested = why.isEmpty() ? "" : " Suggested " + why + ".";
    return List.of(Span.strong(about.title()), Span.text(purpose + stale + suggested));
  }

  private static String when(Runbook runbook) {
    var when = runbook.triggers().alerts().stream().map(AlertWords::when);
    return when.collect(Collectors.joining(", or "))
        .transform(it -> it.isEmpty() ? "" : "when " + it);
  }

  private static String more(List<Runbook> runbooks) {
    var names = runbooks.stream().skip(SHOWN).map(Runbook::name).collect(Collectors.joining(", "));
    return "and %d more: %s".formatted(runbooks.size() - SHOWN, names);
  }
}
