package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Says that a run of a runbook is not over, before it is run once more: two people at the same
 * incident do not always see one another. Nothing is forbidden.
 */
record Already(Desk desk) {

  private static final int SHOWN = 3;

  /** The card with a line for each such run below its heading. */
  Message warned(Message card, String runbook) {
    var running = desk.board().openOf(runbook, SHOWN);
    if (running.isEmpty()) {
      return card;
    }
    var blocks = new ArrayList<>(card.blocks());
    blocks.addAll(1, running.stream().<Block>map(this::row).toList());
    return new Message(words(running.getFirst()) + " " + card.fallback(), blocks);
  }

  private Block.Row row(Run run) {
    return new Block.Row(
        List.of(Span.strong("⚠ " + words(run))),
        Button.of("Run " + run.id(), "/runbook status " + run.id()));
  }

  private String words(Run run) {
    var origin = run.origin();
    var since = Words.duration(Duration.between(origin.at(), desk.now()));
    var incident =
        origin
            .place()
            .flatMap(place -> place.incident())
            .map(id -> " for " + new IncidentId(id))
            .orElse("");
    return "Run %s of this runbook is not over: %s (started %s ago by %s%s)."
        .formatted(
            run.id(),
            RunLine.standing(run, desk.now()),
            since,
            origin.requester().name(),
            incident);
  }
}
