package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter.Spot;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.answer.Origin.Surface;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what people ask for on threads of its own, so that Slack is answered in time whatever it
 * takes: once it is committed, or before that when it takes too long. Thread-safe.
 */
final class Errands {

  private static final Logger log = LoggerFactory.getLogger(Errands.class);

  /** Of the three seconds that Slack gives. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** As late as a modal can be opened at all, with something to spare. */
  private static final Duration TRIGGER = Duration.ofMillis(1_800);

  private static final Reply NOTHING = Reply.toAsker(Message.of(""));

  private final Orders orders;
  private final Asking asking;
  private final Answers answers;
  private final Executor executor;

  Errands(Orders orders, Asking asking, Answers answers, Executor executor) {
    this.orders = orders;
    this.asking = asking;
    this.answers = answers;
    this.executor = executor;
  }

  /** Returns when it is done, or when Slack has to be answered. The answer comes on its own. */
  void run(Origin origin, Supplier<String> words, RequestKey key) {
    var text = CompletableFuture.supplyAsync(words, executor);
    var reply =
        text.thenApplyAsync(
            said -> asking.ask(origin, said, key.requestId(), orders.router()::handle), executor);
    executor.execute(() -> guarded(() -> deliver(origin, text.join(), reply)));
    var _ = isDone(reply, PATIENCE);
  }

  /** Has something else done, of which only the log hears when it breaks. */
  void later(Runnable work) {
    executor.execute(() -> guarded(work));
  }

  /** Has something else done, and waits for it no longer than Slack does. */
  void await(Runnable work) {
    var done =
        start(() -> {
          guarded(work);
          return NOTHING;
        });
    var _ = isDone(done);
  }

  /** Waits no longer than Slack does. */
  static boolean isDone(CompletableFuture<Reply> reply) {
    return isDone(reply, PATIENCE);
  }

  CompletableFuture<Reply> start(Supplier<Reply> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }

  private void deliver(Origin origin, String text, CompletableFuture<Reply> reply) {
    var isLate = origin.trigger().isPresent() && asks(text) && !isDone(reply, TRIGGER);
    var asked = isLate ? answers.wait(origin, text).orElse(origin) : origin;
    answers.give(asked, text, reply.join());
    if (origin.surface() instanceof Surface.Post(var root) && isTooLate(text, reply.join())) {
      orders.posts().refresh(origin.place().channel(), root);
    }
  }

  /** Whether somebody wanted to change what is so already: they saw an old state. */
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

  private static boolean isDone(CompletableFuture<Reply> reply, Duration patience) {
    try {
      reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException broken) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException broken) {
      log.atWarn().setCause(broken).log("Somebody in Slack was not answered");
    }
  }
}
