package dev.muster.runbooks.start;

import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.engine.port.RunStore.Change;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Answers;
import dev.muster.runbooks.run.rule.BreakGlass;
import dev.muster.runbooks.run.rule.Interventions;
import dev.muster.runbooks.run.rule.Itinerary;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.Ruling.Wished;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What people do to runs, by button or command. Each answers what came of it; empty where there is
 * no such run. Whether somebody may do it at all is the caller's to check. Thread-safe; joins the
 * caller's transaction.
 */
public final class Hands {

  private final Means means;
  private final Predicate<Run> isAsSeen;

  public Hands(Means means) {
    this(means, _ -> true);
  }

  private Hands(Means means, Predicate<Run> isAsSeen) {
    this.means = means;
    this.isAsSeen = isAsSeen;
  }

  /**
   * For what was said to a step as it was shown: refused where the run waits for something else by
   * then, or for the same once more.
   *
   * @param attempts of the step when it was shown
   */
  public Hands seeing(StepPath step, int attempts) {
    return new Hands(means, run -> run.waitsAt(step, attempts));
  }

  /**
   * Votes whether the run may go on.
   *
   * @param entitled whether somebody may approve now: asked of everybody whose vote counts
   */
  public Optional<Ruling> vote(RunId id, StepPath step, Vote vote, Predicate<Who> entitled) {
    return change(id, run -> new Answers(run, step).vote(vote, entitled));
  }

  /**
   * Lets a run go on that nobody entitled has answered: loudly, and looked at afterwards.
   *
   * @param reason why, as it was typed
   */
  public Optional<Ruling> breakGlass(
      RunId id, StepPath step, Who by, String reason, BreakGlass rule) {
    return change(id, run -> new Answers(run, step).breakGlass(by, reason, rule, now()));
  }

  /** Says whether what a step asks is so. */
  public Optional<Ruling> confirm(RunId id, StepPath step, Who by, boolean yes, String reason) {
    return change(id, run -> new Answers(run, step).confirm(by, yes, reason, now()));
  }

  /** Ticks a line of a checklist, counted from 0, or takes that back. */
  public Optional<Ruling> tick(RunId id, StepPath step, int line, boolean done, Who by) {
    return change(id, run -> new Answers(run, step).tick(line, done, by, now()));
  }

  public Optional<Ruling> pause(RunId id, Who by) {
    return act(id, by, Interventions::pause);
  }

  public Optional<Ruling> resume(RunId id, Who by) {
    return act(id, by, Interventions::resume);
  }

  /** With it, the runs that it waits for. */
  public Optional<Ruling> cancel(RunId id, Who by, boolean rollBack) {
    return cancel(id, by, rollBack, "");
  }

  /**
   * The same with a reason.
   *
   * @param why may be empty
   */
  public Optional<Ruling> cancel(RunId id, Who by, boolean rollBack, String why) {
    var ruling = act(id, by, interventions -> interventions.cancel(rollBack).because(why));
    if (ruling.orElse(null) instanceof Wished(var run, _)
        && run.state() instanceof Nesting(_, var child)) {
      cancel(child, by, rollBack);
    }
    return ruling;
  }

  public Optional<Ruling> retry(RunId id, Who by) {
    return act(id, by, Interventions::retry);
  }

  /**
   * Says that what it needs attention for is done.
   *
   * @param words how; may be empty
   */
  public Optional<Ruling> markDone(RunId id, Who by, String words) {
    return act(id, by, interventions -> interventions.markDone(words));
  }

  /**
   * Leaves out what it needs attention for.
   *
   * @param words why; may be empty
   */
  public Optional<Ruling> skip(RunId id, Who by, String words) {
    return change(id, run -> new Interventions(run, by, now()).skip(words, itinerary(run)));
  }

  /** Ends a run that needs attention. */
  public Optional<Ruling> abort(RunId id, Who by) {
    return act(id, by, Interventions::abort);
  }

  /** Undoes what a run did that needs attention or did not end well. */
  public Optional<Ruling> rollBack(RunId id, Who by) {
    return change(
        id,
        run ->
            itinerary(run)
                .map(new Interventions(run, by, now())::rollBack)
                .orElseGet(() ->
                    new Refused(
                        Ruling.Why.NOT_NOW, "This Muster cannot read the runbook that it ran.")));
  }

  /** Empty where what it was started with cannot be read. */
  private Optional<Itinerary> itinerary(Run run) {
    return means
        .definitions()
        .pinned(run.origin().runbook().hash())
        .map(pinned -> new Itinerary(pinned.runbook()));
  }

  private Optional<Ruling> act(RunId id, Who by, Function<Interventions, Ruling> doing) {
    return change(id, run -> doing.apply(new Interventions(run, by, now())));
  }

  private Optional<Ruling> change(RunId id, Function<Run, Ruling> rule) {
    var ruling =
        means.store().change(id, run -> kept(isAsSeen.test(run) ? rule.apply(run) : late(run)));
    ruling.flatMap(this::told).ifPresent(words -> means.log().append(id, List.of(words)));
    return ruling;
  }

  private static Ruling late(Run run) {
    return new Refused(
        Ruling.Why.TOO_LATE,
        "The run has gone on since you saw this. `/runbook status %s` shows where it is."
            .formatted(run.id()));
  }

  private static Change<Ruling> kept(Ruling ruling) {
    return switch (ruling) {
      case Applied(var next, _) -> new Change<>(Optional.of(next), ruling);
      case Wished(var next, _) -> new Change<>(Optional.of(next), ruling);
      case Refused _ -> new Change<>(Optional.empty(), ruling);
    };
  }

  private Optional<Line> told(Ruling ruling) {
    return switch (ruling) {
      case Applied(_, var words) -> Optional.of(event(words));
      case Wished(_, var words) -> Optional.of(event(words));
      case Refused _ -> Optional.empty();
    };
  }

  private Line event(String words) {
    return new Line(now(), Source.EVENT, "", words);
  }

  private Instant now() {
    return means.clock().instant();
  }
}
