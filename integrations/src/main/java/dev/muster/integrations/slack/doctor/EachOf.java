package dev.muster.integrations.slack.doctor;

import dev.muster.commands.doctor.Finding;
import dev.muster.integrations.slack.web.SlackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Asks Slack about each of several things, a few at a time and no more than it answers in a minute.
 *
 * @param about of all of them together
 * @param name of one, for whoever has to look at it instead
 */
record EachOf<T>(String about, List<T> things, Function<T, String> name, ExecutorService threads) {

  private static final int AT_ONCE = 8;

  /** Slack's tier 3 has fifty, and others of ours may ask too. */
  private static final int MOST = 40;

  private static final int NAMED = 10;

  /**
   * What is wrong with any of them; if nothing is, what is fine with as many as were asked about.
   */
  List<Finding> look(Function<T, Optional<Finding>> one, IntFunction<String> fine)
      throws InterruptedException {
    var findings = new ArrayList<Finding>();
    var asked = things.stream().limit(MOST).toList();
    try {
      for (var begin = 0; begin < asked.size(); begin += AT_ONCE) {
        var batch = asked.subList(begin, Math.min(asked.size(), begin + AT_ONCE));
        findings.addAll(ask(batch, one));
      }
    } catch (SlackException trouble) {
      findings.add(Said.skipped(about, trouble));
      return findings;
    }
    if (findings.isEmpty()) {
      findings.add(Finding.fine(about, fine.apply(asked.size())));
    }
    if (asked.size() < things.size()) {
      findings.add(left(things.subList(asked.size(), things.size())));
    }
    return findings;
  }

  private Finding left(List<T> others) {
    var names = others.stream().limit(NAMED).map(name).collect(Collectors.joining(", "));
    return Finding.skipped(
        about,
        "%d were not asked about, as Slack answers only so many questions a minute: %s"
            .formatted(others.size(), names + (others.size() > NAMED ? " …" : ".")),
        "Look at these in Slack.");
  }

  private List<Finding> ask(List<T> batch, Function<T, Optional<Finding>> one)
      throws InterruptedException {
    var calls =
        batch.stream().<Callable<Optional<Finding>>>map(thing -> () -> one.apply(thing)).toList();
    var findings = new ArrayList<Finding>();
    for (var answer : threads.invokeAll(calls)) {
      try {
        answer.get().ifPresent(findings::add);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof SlackException trouble) {
          throw trouble;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    return findings;
  }
}
