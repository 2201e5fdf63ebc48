package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Says in an incident's thread what of its runs somebody has to see to, and how they ended: once
 * each, in the transaction in which that came about.
 */
public record RunNews(IncidentThreads threads, Definitions definitions, InstantSource clock)
    implements RunListener {

  @Override
  public void changed(Optional<Run> before, Run after) {
    var incident = after.origin().place().flatMap(place -> place.incident());
    if (incident.isEmpty() || after.origin().parent().isPresent()) {
      return;
    }
    what(after)
        .filter(news -> !Optional.of(news).equals(before.flatMap(RunNews::what)))
        .ifPresent(news -> {
          var key = incident.get() + ":run:" + after.id() + ":" + news;
          threads.append(new ThreadReply(new IncidentId(incident.get()), key, card(after)));
        });
  }

  /** What is worth a reply of its own, each time that it comes about; empty while it goes on. */
  private static Optional<String> what(Run run) {
    return switch (run.state()) {
      case RunState.Asking(var step) -> Optional.of("asks:" + step + ":" + attempts(run, step));
      case RunState.NeedsAttention(var step, _) ->
          Optional.of("needs:" + step + ":" + attempts(run, step));
      case RunState.Ended(var at) -> Optional.of("ended:" + at.toEpochMilli());
      case RunState.Queued _,
          RunState.Running _,
          RunState.Sleeping _,
          RunState.Nesting _,
          RunState.Paused _ ->
          Optional.empty();
    };
  }

  private static int attempts(Run run, StepPath step) {
    return run.steps().find(step).map(record -> record.attempts()).orElse(0);
  }

  private Message card(Run run) {
    var now = clock.instant();
    return definitions
        .pinned(run.origin().runbook().hash())
        .map(pinned -> RunCard.of(run, pinned.runbook(), List.of(), Optional.empty(), now))
        .orElseGet(() ->
            new Message(
                "Run " + run.id() + ": " + RunLine.standing(run, now),
                List.<Block>of(RunLine.of(run, now))));
  }
}
