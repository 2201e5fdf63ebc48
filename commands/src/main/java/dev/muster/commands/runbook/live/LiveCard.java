package dev.muster.commands.runbook.live;

import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.card.RunCard;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * A run as its message shows it now, with the last of what its steps said.
 *
 * @param log where the log of a run can be read
 */
public record LiveCard(Means means, LongFunction<Optional<String>> log)
    implements Function<RunId, Message> {

  private static final int TAIL = 5;

  @Override
  public Message apply(RunId id) {
    return of(means.store().find(id).orElseThrow());
  }

  public Message of(Run run) {
    var now = means.clock().instant();
    return means
        .definitions()
        .pinned(run.origin().runbook().hash())
        .map(pinned ->
            RunCard.of(run, pinned.runbook(), tail(run), log.apply(run.id().value()), now))
        .orElseGet(() -> RunCard.unreadable(run, now));
  }

  private List<String> tail(Run run) {
    return run.isOver()
        ? List.of()
        : means.log().tail(run.id(), TAIL).stream().map(line -> line.text()).toList();
  }
}
