package dev.muster.commands.runbook.live;

import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.card.NewsCard;
import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Says beside a run's message what somebody has to see to, and how it ended: once each, in the
 * transaction in which that came about; the timeline has who answered what besides. What a run is
 * asked that another one started is said too; how it ended, the other shows.
 *
 * @param log where the log of a run can be read; empty where nobody knows our address
 */
public record RunNews(
    RunThreads threads,
    Summons summons,
    Definitions definitions,
    LongFunction<Optional<String>> log,
    InstantSource clock)
    implements RunListener {

  @Override
  public void changed(Optional<Run> before, Run after) {
    if (after.origin().place().isEmpty()) {
      return;
    }
    var isNew = before.isEmpty() && after.origin().parent().isEmpty();
    if (isNew && !after.origin().isDry()) {
      threads.note(after, after.origin().requester(), begun(after));
    }
    if (!after.origin().isDry()) {
      before.flatMap(run -> Decision.between(run, after)).ifPresent(it -> decided(after, it));
    }
    var earlier = before.flatMap(RunNews::what);
    var news = what(after);
    if (!news.equals(earlier)) {
      earlier.ifPresent(key -> answered(before.orElseThrow(), after, key));
      news.ifPresent(key -> tell(after, key));
    }
  }

  private static String begun(Run run) {
    var runbook = run.origin().runbook();
    return "Run %s of runbook %s began: %s".formatted(run.id(), runbook.name(), runbook.title());
  }

  private void decided(Run run, Decision decision) {
    threads.note(run, decision.by(), decision.words(run, pinned(run)));
  }

  private void answered(Run before, Run after, String key) {
    if (before.isOver()) {
      undone(before, after, key);
      return;
    }
    var answer = AnsweredCard.of(before, after, pinned(after), clock.instant());
    threads.answered(after, key, answer);
    StopKey.earlier(before)
        .filter(earlier -> !earlier.equals(key))
        .ifPresent(earlier -> threads.answered(after, earlier, answer));
  }

  /** What said how it ended offered to roll it back. */
  private void undone(Run before, Run after, String key) {
    var url = log.apply(before.id().value());
    var isAsked = after.state() instanceof RunState.NeedsAttention;
    var words = isAsked ? "It needs a person before it is rolled back" : "It is rolled back";
    pinned(before)
        .map(runbook -> NewsCard.outdated(before, runbook, words, url, clock.instant()))
        .ifPresent(answer -> threads.answered(before, key, answer));
  }

  private Optional<Runbook> pinned(Run run) {
    return definitions.pinned(run.origin().runbook().hash()).map(Definition::runbook);
  }

  private void tell(Run run, String news) {
    var now = clock.instant();
    var pinned = pinned(run);
    if (pinned.filter(runbook -> Attendance.areAtIt(run, runbook, now)).isPresent()) {
      return;
    }
    pinned.ifPresent(runbook -> {
      if (run.isOver() && !NewsCard.leadsOn(run, runbook)) {
        threads.append(run, news, message(run, runbook, now));
      } else {
        threads.ask(run, news, message(run, runbook, now));
      }
    });
    if (!run.origin().isDry()) {
      threads.note(run, Who.MUSTER, noted(run, pinned, now));
    }
  }

  private Message message(Run run, Runbook runbook, Instant now) {
    return run.isOver()
        ? NewsCard.ended(run, runbook, log.apply(run.id().value()), now)
        : NewsCard.needs(run, runbook, summons.whom(run, runbook), now);
  }

  private static String noted(Run run, Optional<Runbook> runbook, Instant now) {
    return runbook
        .map(it -> NewsCard.line(run, it, now) + Known.of(run, it))
        .orElse(NewsCard.summary(run, now));
  }

  /** What is worth a reply of its own, each time that it comes about; empty while it goes on. */
  private static Optional<String> what(Run run) {
    return switch (run.state()) {
      case RunState.Asking _, RunState.NeedsAttention _ -> StopKey.of(run);
      case RunState.Ended(var at) ->
          Optional.of("ended:" + at.toEpochMilli()).filter(_ -> run.origin().parent().isEmpty());
      case RunState.Queued _,
          RunState.Running _,
          RunState.Sleeping _,
          RunState.Nesting _,
          RunState.Paused _ ->
          Optional.empty();
    };
  }
}
