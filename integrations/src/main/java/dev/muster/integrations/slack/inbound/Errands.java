package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter.Spot;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.Late;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.answer.Origin.Surface;
import dev.muster.integrations.slack.answer.Overdue;
import dev.muster.integrations.slack.blocks.SlackMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what people ask for on threads of its own, so that Slack is answered in time whatever it
 * takes: once it is committed, or before that when it takes too long, and then the answer is owed.
 * Thread-safe.
 */
final class Errands {

  private static final Logger log = LoggerFactory.getLogger(Errands.class);

  private final Orders orders;
  private final Asking asking;
  private final Answers answers;
  private final Overdue overdue;
  private final Executor executor;

  Errands(Orders orders, Asking asking, Answers answers, Overdue overdue, Executor executor) {
    this.orders = orders;
    this.asking = asking;
    this.answers = answers;
    this.overdue = overdue;
    this.executor = executor;
  }

  /**
   * What somebody asks for.
   *
   * @param asked where they are answered, which may be a modal that says that it takes a while
   */
  private record Errand(
      Origin origin,
      CompletableFuture<Origin> asked,
      CompletableFuture<String> text,
      CompletableFuture<Reply> reply) {

    /** Whatever is known of it. */
    String words() {
      return text.isCompletedExceptionally() ? "that" : text.getNow("that");
    }

    boolean isInModal() {
      return asked.isDone() && !asked.join().equals(origin);
    }
  }

  /** What Slack lets us show as we acknowledge; whatever is not shown there comes on its own. */
  enum Shown {
    NOTHING,
    THAT_IT_TAKES_LONGER,
    ANSWERS_TOO
  }

  /** Returns when it is done, or when Slack has to be answered. */
  void run(Origin origin, Supplier<String> words, RequestKey key) {
    var _ = run(origin, words, key, Shown.NOTHING);
  }

  /** The same; answers what Slack is to show. */
  Optional<SlackMessage> run(Origin origin, Supplier<String> words, RequestKey key, Shown shown) {
    var watch = overdue.start();
    var text = CompletableFuture.supplyAsync(words, executor);
    var reply =
        text.thenApplyAsync(
                said -> asking.ask(origin, said, key.requestId(), orders.router()::handle),
                executor)
            .exceptionally(asking::broken);
    var asked =
        watch.isSoon(reply)
            ? CompletableFuture.completedFuture(origin)
            : CompletableFuture.supplyAsync(() -> waiting(origin, text), executor);
    var errand = new Errand(origin, asked, text, reply);
    var late =
        watch.late(
            reply,
            () -> overdue.owed(asked.getNow(origin), key.requestId(), errand.words(), Map.of()));
    return late.filter(it -> !it.isAnswered())
        .map(it -> owe(errand, it, shown))
        .orElseGet(() -> end(errand, late, shown));
  }

  /** Has something else done, of which only the log hears when it breaks. */
  void later(Runnable work) {
    executor.execute(() -> guarded(work));
  }

  /**
   * Has something else done, and waits for it no longer than Slack does. Answers whether it ended
   * well by then: if not, Slack is to bring it again, for nothing else would.
   */
  boolean await(Runnable work) {
    var done = CompletableFuture.supplyAsync(() -> guarded(work), executor);
    return overdue.start().isInTime(done) && done.join();
  }

  CompletableFuture<Reply> start(Supplier<Reply> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }

  private Optional<SlackMessage> end(Errand errand, Optional<Late> late, Shown shown) {
    var said = shown == Shown.ANSWERS_TOO ? atOnce(errand) : Optional.<SlackMessage>empty();
    if (late.isPresent()) {
      later(() -> endInLastMoment(errand, late.get(), said.isPresent()));
    } else if (said.isEmpty()) {
      later(() -> deliver(errand));
    }
    return said;
  }

  private void endInLastMoment(Errand errand, Late late, boolean isSaid) {
    try (late) {
      late.end(
          isSaid
              ? late.acknowledged()
              : CompletableFuture.runAsync(() -> deliver(errand), executor));
    }
  }

  private Optional<SlackMessage> atOnce(Errand errand) {
    var isToModal = !errand.asked().isDone() || errand.isInModal();
    return isToModal ? Optional.empty() : answers.atOnce(errand.reply().join());
  }

  private Optional<SlackMessage> owe(Errand errand, Late late, Shown shown) {
    var isInModal = errand.isInModal();
    later(() -> deliverLate(errand, late, shown != Shown.NOTHING || isInModal));
    return shown == Shown.NOTHING || isInModal || late.isRepeat()
        ? Optional.empty()
        : Optional.of(answers.shown(late.words()));
  }

  /** In a modal that is opened now, where the answer may be a form that needs one. */
  private Origin waiting(Origin origin, CompletableFuture<String> text) {
    try {
      return origin.trigger().isPresent() && asks(text.join())
          ? answers.wait(origin, text.join()).orElse(origin)
          : origin;
    } catch (RuntimeException refused) {
      log.atInfo().setCause(refused).log("Slack opened no modal to wait in");
      return origin;
    }
  }

  private void deliver(Errand errand) {
    answers.give(errand.asked().join(), errand.words(), errand.reply().join());
    refresh(errand, errand.reply().join());
  }

  private void deliverLate(Errand errand, Late late, boolean isSaid) {
    try (late) {
      late.await(isSaid || late.isRepeat() ? late.acknowledged() : sayWait(errand, late))
          .ifPresent(reply -> {
            late.end(CompletableFuture.runAsync(() -> tellLate(errand, reply), executor));
            refresh(errand, reply);
          });
    }
  }

  private CompletableFuture<?> sayWait(Errand errand, Late late) {
    return CompletableFuture.runAsync(
        () -> guarded(() -> answers.sayWait(errand.origin(), errand.words(), late.words())),
        executor);
  }

  private void tellLate(Errand errand, Reply reply) {
    answers.giveLate(errand.asked().join(), errand.words(), reply);
  }

  /** Whoever wanted to change what is so already saw an old state. */
  private void refresh(Errand errand, Reply reply) {
    var origin = errand.origin();
    if (origin.surface() instanceof Surface.Post(var root) && isTooLate(errand.words(), reply)) {
      orders.posts().refresh(origin.place().channel(), root);
    }
  }

  private boolean isTooLate(String text, Reply reply) {
    var changes =
        orders
            .table()
            .named(Orders.words(text))
            .flatMap(Command::needs)
            .filter(right -> right.equals(IncidentActions.ACT))
            .isPresent();
    return changes && reply.isPrivate() && reply.error().isEmpty() && reply.form().isEmpty();
  }

  /** Whether it may lead to a form, for which the trigger does not wait. */
  private boolean asks(String text) {
    return orders
        .table()
        .named(Orders.words(text))
        .filter(
            command -> command.parameters().stream().anyMatch(one -> one.spot() != Spot.INCIDENT))
        .isPresent();
  }

  /** Answers whether it ended well. */
  private static boolean guarded(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException broken) {
      log.atWarn().setCause(broken).log("Somebody in Slack was not answered");
      return false;
    }
  }
}
