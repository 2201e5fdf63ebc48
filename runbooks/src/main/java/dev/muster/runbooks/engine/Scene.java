package dev.muster.runbooks.engine;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.redact.Redactor;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.rule.Progress;
import dev.muster.runbooks.run.rule.Stop;
import dev.muster.runbooks.value.Names;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A step that a run is at, with everything that is looked at there. */
record Scene(Means means, Names names, Redactor redactor, Stop stop) {

  private static final int LONGEST = 4_000;

  static Scene of(Means means, Runbook runbook, Stop stop) {
    var names = Names.of(runbook, means.surroundings(), means.clock().instant());
    return new Scene(means, names, Redactor.of(names.secrets().values()), stop);
  }

  /** What expressions see there. */
  Map<String, Object> seen(Run run) {
    return names.at(run, stop.path());
  }

  Kind kind(Action action) {
    return means
        .kinds()
        .find(action.uses())
        .orElseThrow(() -> new IllegalStateException("there is no kind " + action.uses()));
  }

  /** What is done there: in a dry run what the author puts in its place, if anything. */
  Action action(Run run) {
    Optional<Action> instead = run.origin().isDry() ? stop.step().dryRun() : Optional.empty();
    return instead.orElseGet(stop::action);
  }

  /** Whether an attempt of unknown end may simply be made again. */
  boolean isRepeatable(Run run, Kind kind, Arguments with) {
    return kind.effect(with).readsOnly() || said(run).orElseGet(() -> kind.isIdempotent(with));
  }

  /** What a step says of its action says nothing of what undoes it or stands in for it. */
  private Optional<Boolean> said(Run run) {
    var isOwn = action(run).equals(stop.step().action());
    return isOwn ? stop.step().idempotent() : Optional.empty();
  }

  /** Whether nothing goes round it. */
  boolean isGuard(Run run) {
    return means.kinds().find(action(run).uses()).filter(Kind::isGuard).isPresent();
  }

  /** Asks what is kept: an error of that is none of the step's. */
  <T> T kept(Function<Means, T> asked) {
    return StoreFailure.over(() -> asked.apply(means));
  }

  /** For people: no secret in it, and no more than they would read. */
  String shown(String text) {
    var covered = redactor.text(text);
    return covered.length() <= LONGEST ? covered : covered.substring(0, LONGEST) + " …";
  }

  /** When a step that began then must be done at the latest. */
  Optional<Instant> end(Instant began) {
    return stop.step().timeout().map(began::plus);
  }

  Progress progress() {
    return new Progress(now());
  }

  Instant now() {
    return means.clock().instant();
  }
}
