package dev.muster.commands.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Callers that each wait for an answer in a thread of their own. */
final class Callers {

  private final List<Thread> threads = new ArrayList<>();
  private final List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();

  /** An answer, or what was thrown instead. */
  record Outcome(Optional<IntakeResult> answer, Optional<Throwable> failure) {}

  void call(Supplier<IntakeResult> call) {
    var outcome = new CompletableFuture<Outcome>();
    outcomes.add(outcome);
    threads.add(Thread.startVirtualThread(() -> outcome.complete(run(call))));
  }

  /** Until nobody is on the way any more. */
  void awaitAllWaiting() {
    await()
        .until(() ->
            threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
  }

  List<Outcome> outcomes() {
    return outcomes.stream().map(outcome -> outcome.orTimeout(10, SECONDS).join()).toList();
  }

  List<IntakeResult> answers() {
    return outcomes().stream().map(outcome -> outcome.answer().orElseThrow()).toList();
  }

  private static Outcome run(Supplier<IntakeResult> call) {
    try {
      return new Outcome(Optional.of(call.get()), Optional.empty());
    } catch (RuntimeException e) {
      return new Outcome(Optional.empty(), Optional.of(e));
    }
  }
}
