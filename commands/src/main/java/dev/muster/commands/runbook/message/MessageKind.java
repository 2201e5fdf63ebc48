package dev.muster.commands.runbook.message;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Again;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says something. It is done when it is kept as something to be said, under a key of the step's
 * own: from then on it is said once, whatever crashes.
 */
public final class MessageKind implements Kind {

  private static final String TEXT = "text";
  private static final String TO = "to";
  private static final String NOWHERE = "nowhere";
  private static final int LONGEST = 3_000;
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Announcements announcements;
  private final InstantSource clock;

  public MessageKind(Announcements announcements, InstantSource clock) {
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "message";
  }

  @Override
  public String about() {
    return "Says something where the run talks, in a channel, or to somebody by mail; a dry run"
        + " only shows it.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.needed(TEXT, Parameter.Type.TEXT, "what is said"),
        Parameter.optional(
            TO,
            Parameter.Type.ADDRESS,
            "`channel:NAME`, `person:NAME` or `mailbox:NAME` of muster.yaml; the run's own thread"
                + " or channel unless said"));
  }

  @Override
  public Set<String> codes() {
    return Set.of(NOWHERE);
  }

  /** Whoever follows the run hears from it anyway; others are disturbed. */
  @Override
  public Effect effect(Arguments with) {
    return with.has(TO) ? Effect.CHANGES : Effect.READS;
  }

  @Override
  public boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  public boolean isReadByPeople() {
    return true;
  }

  @Override
  public boolean actsInDryRun(Arguments with) {
    return false;
  }

  /** What only the run shows, such as an expression, is seen then. */
  @Override
  public Optional<String> hindrance(Arguments with) {
    var named = with.optionalText(TO);
    return named.isPresent() && named.flatMap(Addressee::parse).isEmpty()
        ? Optional.of(unheard(named))
        : named.flatMap(Addressee::parse).flatMap(announcements::hindrance);
  }

  @Override
  public String describe(Arguments with) {
    var text = with.optionalText(TEXT).map(words -> ": " + firstLine(words)).orElse("");
    return with.optionalText(TO).map(to -> "tell " + to).orElse("say") + text;
  }

  @Override
  public Outcome act(Attempt attempt) {
    var to = to(attempt);
    if (to.isEmpty()) {
      return new Failed(NOWHERE, unheard(attempt.with().optionalText(TO)));
    }
    try {
      var hindrance = announcements.hindrance(to.get());
      if (hindrance.isPresent()) {
        return new Failed(NOWHERE, hindrance.get());
      }
      var message = message(attempt.with().text(TEXT));
      var announcement = new Announcement(to.get(), message);
      announcements.say(Optional.of(new RunId(attempt.run())), attempt.key(), announcement);
      return done(to.get());
    } catch (StoreUnavailable away) {
      return new Again(clock.instant().plus(SOON), Map.of(), "waits for the database");
    }
  }

  @Override
  public Reconciled reconcile(Attempt attempt) {
    return announcements.isSaid(attempt.key())
        ? new Reconciled.Happened(done(to(attempt).orElseThrow()))
        : new Reconciled.DidNot("it was not said");
  }

  private static Optional<Addressee> to(Attempt attempt) {
    var named = attempt.with().optionalText(TO);
    return named.isPresent() ? named.flatMap(Addressee::parse) : attempt.place().map(Addressee::of);
  }

  private static String unheard(Optional<String> named) {
    return named
        .map("`%s` is nobody; write `channel:NAME`, `person:NAME` or `mailbox:NAME`"::formatted)
        .orElse("the run talks nowhere; write `to: channel:NAME` beside the text");
  }

  private static Done done(Addressee to) {
    return new Done(Map.of(TO, to.words()), "said in " + to.words());
  }

  private static Message message(String text) {
    var shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    var blocks = new ArrayList<Block>();
    shown.lines().filter(line -> !line.isBlank()).map(Block::line).forEach(blocks::add);
    return new Message(firstLine(shown), blocks);
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
  }
}
