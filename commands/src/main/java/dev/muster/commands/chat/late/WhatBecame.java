package dev.muster.commands.chat.late;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.once.DoneRequests;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.Transactions;
import java.time.InstantSource;
import java.util.ArrayList;

/**
 * Finds out what became of a request whose end nobody saw. It takes the request for itself first:
 * that waits for a transaction that is under way, and whoever comes later finds it taken. From then
 * on the audit log, which is written with what is done, says the last word. Blocking.
 */
public final class WhatBecame {

  /** What kept them from being told, to people. */
  public enum Cause {
    /** Nobody looked after it any more: whoever did may be gone, or be kept from the database. */
    INTERRUPTION("Muster could not tell you sooner."),

    /** Whoever asks is who worked on it, and does so no more. */
    LOST_DATABASE("Muster lost its database meanwhile.");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  private static final String DONE = "done";

  private final Transactions transactions;
  private final DoneRequests requests;
  private final OwedAnswers answers;
  private final InstantSource clock;

  public WhatBecame(
      Transactions transactions, DoneRequests requests, OwedAnswers answers, InstantSource clock) {
    this.transactions = transactions;
    this.requests = requests;
    this.answers = answers;
    this.clock = clock;
  }

  /** Throws {@link StoreUnavailable} while nobody can know. */
  public Reply of(OwedAnswer owed, Cause cause) {
    return transactions.inTransaction(() -> {
      var key = RequestKey.of(owed.requestId());
      var _ = key.map(it -> it.take(requests, clock.instant()));
      var reply = look(owed, cause);
      key.filter(it -> canComeAgain(it, reply, cause)).ifPresent(it -> requests.forget(it.id()));
      return reply;
    });
  }

  /** Such as the same form, whose sender reads that nothing was done and sends it once more. */
  private static boolean canComeAgain(RequestKey key, Reply reply, Cause cause) {
    return cause == Cause.LOST_DATABASE && reply.isMistake() && key.clickedAt().isEmpty();
  }

  private Reply look(OwedAnswer owed, Cause cause) {
    var outcome = answers.outcome(owed);
    return answers
        .answered(owed)
        .map(answer -> late(owed, answer, outcome.orElse(DONE), cause))
        .or(() -> outcome.map(word -> known(owed, word, cause)))
        .orElseGet(() -> nothing(owed, cause));
  }

  /** The answer itself comes first: it may be all that a lock screen shows. */
  private static Reply late(OwedAnswer owed, Message answer, String outcome, Cause cause) {
    var blocks = new ArrayList<>(answer.blocks());
    blocks.add(Block.line(cause.words));
    var told = new Message(answer.fallback(), blocks);
    return outcome.equals(DONE)
        ? Reply.toAsker(told)
        : Reply.error(Reply.Error.FAILED, withFilled(told, owed));
  }

  private static Reply known(OwedAnswer owed, String outcome, Cause cause) {
    return switch (outcome) {
      case DONE ->
          Reply.toAsker(
              said(
                  owed,
                  "Done: ",
                  ". Do not ask for it again.",
                  cause.words + " Its answer was lost: look how it stands now."));
      default ->
          Reply.error(
              Reply.Error.FAILED,
              withFilled(
                  said(
                      owed,
                      "Nothing was done: ",
                      " was answered with \"" + outcome + "\".",
                      cause.words + " Ask again to see why."),
                  owed));
    };
  }

  private static Reply nothing(OwedAnswer owed, Cause cause) {
    var told = said(owed, "Nothing was done: ", " was interrupted.", cause.words + " Ask again.");
    return Reply.error(Reply.Error.FAILED, withFilled(told, owed));
  }

  private static Message said(OwedAnswer owed, String before, String after, String next) {
    return Message.of(
        before + owed.command() + after,
        Block.line(Span.text(before), Span.code(owed.command()), Span.text(after)),
        Block.line(next));
  }

  /** The form is gone: nobody is to think it all up again. */
  private static Message withFilled(Message message, OwedAnswer owed) {
    var blocks = new ArrayList<>(message.blocks());
    blocks.addAll(FilledIn.lines(owed.filled()));
    return new Message(message.fallback(), blocks);
  }
}
