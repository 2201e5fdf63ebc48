package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
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
 * What is said before a runbook is run: that nobody has reviewed it for long, what nobody would
 * expect of its incident, and that a run of it is not over, for two people at the same incident do
 * not always see one another. Nothing is forbidden.
 */
record Warnings(ForIncident subject) {

  private static final int SHOWN = 3;
  private static final int LOOKED_AT = 25;

  /** The card with these below its heading. */
  Message above(Message card, Typing typing, Invocation invocation) {
    return above(card, typing, invocation, desk().board().openOf(typing.name(), SHOWN));
  }

  /** The same that names these runs: none of a run that just began, they were named before. */
  Message above(Message card, Typing typing, Invocation invocation, List<Run> running) {
    var blocks = new ArrayList<>(card.blocks());
    stale(typing, invocation).ifPresent(line -> blocks.add(1, line));
    blocks.addAll(1, running.stream().limit(SHOWN).<Block>map(this::row).toList());
    var first = running.stream().findFirst().map(run -> words(run) + " ").orElse("");
    return warned(invocation, typing, new Message(first + card.fallback(), blocks));
  }

  /** The card with what nobody would expect of the incident below its heading. */
  Message warned(Invocation invocation, Typing typing, Message card) {
    var warnings = ofIncident(invocation, typing);
    if (warnings.isEmpty()) {
      return card;
    }
    var blocks = new ArrayList<>(card.blocks());
    blocks.addAll(1, warnings.stream().map(Block::line).toList());
    return new Message(String.join(" ", warnings) + " " + card.fallback(), blocks);
  }

  /** That it has gone into another, and that it is over. */
  private List<String> ofIncident(Invocation invocation, Typing typing) {
    var warnings = new ArrayList<String>();
    subject
        .meant(invocation, typing)
        .ifPresent(id -> subject.triggered().home(id).ifPresent(home -> warn(id, home, warnings)));
    return warnings;
  }

  private static void warn(IncidentId id, Incident home, List<String> warnings) {
    if (!home.id().equals(id)) {
      warnings.add("⚠ %s goes on as %s: the run belongs there.".formatted(id, home.id()));
    }
    if (!home.isOpen()) {
      warnings.add(
          "⚠ %s is resolved. Is it back? Write %s"
              .formatted(home.id(), IncidentPost.typed("reopen", home)));
    }
  }

  private Optional<Block> stale(Typing typing, Invocation invocation) {
    return Freshness.of(desk().means(), invocation.actor().zone())
        .warning(typing.definition().runbook().about())
        .map(Block::line);
  }

  private Desk desk() {
    return subject.desk();
  }

  /** Runs that do just that already: for the same incident, or given the same. */
  List<Run> same(Typing typing, Attempt.Place place) {
    return desk().board().openOf(typing.name(), LOOKED_AT).stream()
        .filter(run -> isSame(run, typing, place.incident()))
        .toList();
  }

  private boolean isSame(Run run, Typing typing, Optional<Long> incident) {
    var other = home(run).map(IncidentId::value);
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
    var now = desk().now();
    var since = Words.duration(Duration.between(origin.at(), now));
    var incident = home(run).map(id -> " for " + id).orElse("");
    return "Run %s of this runbook is not over: %s (started %s ago by %s%s)."
        .formatted(
            run.id(), RunLine.standing(run, now), since, origin.requester().name(), incident);
  }

  /** The incident that a run belongs to by now. */
  private Optional<IncidentId> home(Run run) {
    return run.origin()
        .place()
        .flatMap(Attempt.Place::incident)
        .map(IncidentId::new)
        .map(id -> subject.triggered().home(id).map(Incident::id).orElse(id));
  }
}
