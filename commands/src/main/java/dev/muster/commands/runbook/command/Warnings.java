package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.commands.runbook.typing.Typing;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said before a runbook is run: that nobody has reviewed it for long, and that a run of it
 * is not over, for two people at the same incident do not always see one another. Nothing is
 * forbidden.
 */
record Warnings(Desk desk) {

  private static final int SHOWN = 3;
  private static final int LOOKED_AT = 25;

  /** The card with these below its heading. */
  Message above(Message card, Typing typing, Person reader) {
    return above(card, typing, reader, desk.board().openOf(typing.name(), SHOWN));
  }

  /** The same that names these runs. */
  Message above(Message card, Typing typing, Person reader, List<Run> running) {
    var blocks = new ArrayList<>(card.blocks());
    var stale = freshness(reader).warning(typing.definition().runbook().about());
    stale.ifPresent(words -> blocks.add(1, Block.line(words)));
    if (running.isEmpty()) {
      return new Message(card.fallback(), blocks);
    }
    blocks.addAll(1, running.stream().limit(SHOWN).<Block>map(this::row).toList());
    return new Message(words(running.getFirst()) + " " + card.fallback(), blocks);
  }

  Freshness freshness(Person reader) {
    return Freshness.of(desk.means(), reader.zone());
  }

  /** Runs that do just that already: for the same incident, or given the same. */
  List<Run> same(Typing typing, Attempt.Place place) {
    return desk.board().openOf(typing.name(), LOOKED_AT).stream()
        .filter(run -> isSame(run, typing, place.incident()))
        .toList();
  }

  private static boolean isSame(Run run, Typing typing, Optional<Long> incident) {
    var other = run.origin().place().flatMap(Attempt.Place::incident);
    return (incident.isPresent() && other.isPresent())
        ? incident.equals(other)
        : run.origin().inputs().equals(typing.inputs().values());
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
