package dev.muster.runbooks.engine;

import static java.util.Comparator.naturalOrder;

import dev.muster.runbooks.engine.Visit.Keeper;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Asking;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepRecord.Trace;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.run.StepState.Nested;
import dev.muster.runbooks.run.rule.Itinerary;
import dev.muster.runbooks.value.Bounded;
import dev.muster.runbooks.value.Given;
import dev.muster.runbooks.value.Names;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a run by what came of a step. No secret gets past here. */
record Settling(Scene scene, Keeper keeper) {

  Optional<Run> outcome(Run run, Outcome outcome, Instant began) {
    var isDry = run.origin().isDry();
    return switch (outcome) {
      case Outcome.Done done -> Optional.of(done(run, done, true));
      case Outcome.Failed(var code, var words) -> Optional.of(failing(run, code, words, Map.of()));
      case Outcome.Unclear _ -> throw new IllegalArgumentException("to be looked at before");
      case Outcome.Again again ->
          Optional.of(isDry ? would(run, "wait", again.words()) : rest(run, again, began));
      case Outcome.Ask ask -> Optional.of(isDry ? would(run, "ask", words(ask)) : asked(run, ask));
      case Outcome.Start start -> new Children(scene, keeper).start(run, start);
    };
  }

  /**
   * It happened; whether it is good is another matter.
   *
   * @param isChecked whether what is expected of it must hold
   */
  Run done(Run run, Outcome.Done done, boolean isChecked) {
    var all = run.steps().find(scene.stop().path().whole()).map(StepRecord::items);
    var share = Math.max(1, all.map(List::size).orElse(1));
    var result = Bounded.result(scene.redactor().map(done.result()), share);
    try {
      var seen = Names.with(scene.seen(run), result);
      var expected = scene.stop().step().expect().filter(_ -> isChecked && isOwnAction());
      if (expected.isPresent() && !expected.get().holds(seen)) {
        var words = said("expected " + expected.get().source(), done.words());
        return dry().isGuess(run)
            ? dry().notJudged(run, result, words)
            : spoiled(run, "expect", words, result);
      }
      var words = scene.shown(done.words());
      var settled = new Done(scene.now(), result, outputs(seen), words, Optional.empty());
      return scene.progress().done(run, scene.stop(), settled);
    } catch (Unevaluable e) {
      return dry().isGuess(run)
          ? dry().notJudged(run, result, done.words())
          : spoiled(run, "expression", String.valueOf(e.getMessage()), result);
    }
  }

  /** It happened, and is not good: nothing that would be wrong twice is done again for that. */
  private Run spoiled(Run run, String code, String words, Map<String, Object> result) {
    var action = scene.action(run);
    var kind = scene.kind(action);
    var with = Given.of(kind, action, scene.seen(run), true).with();
    if (kind.effect(with).readsOnly()) {
      return failing(run, code, words, result);
    }
    var left = scene.progress().leaving(run, scene.stop(), Trace.SURE);
    return scene.isRepeatable(run, kind, with)
        ? failing(left, code, words, result)
        : failed(left, new Failed(scene.now(), code, scene.shown(words)), result);
  }

  /**
   * It failed: it is tried again, accepted by somebody, or has failed for good.
   *
   * @param found what it came to nevertheless
   */
  Run failing(Run run, String code, String words, Map<String, Object> found) {
    var failed = new Failed(scene.now(), code, scene.shown(words));
    var failures = scene.stop().failures() + 1;
    var retry = scene.stop().step().retry();
    if (retry.covers(failures, code)) {
      return scene.progress().retrying(run, scene.stop(), failed, retry.pauseAfter(failures));
    }
    return failed(run, failed, found);
  }

  private Run failed(Run run, Failed failed, Map<String, Object> found) {
    if (scene.stop().path().phase() == Phase.PREREQUISITES
        && scene.stop().step().acceptable().isPresent()
        && !run.origin().isDry()) {
      return new Questions(scene).whetherAccepted(run, failed, found);
    }
    return run.course().isLimited() && scene.isGuard(run)
        ? scene.progress().barred(run, scene.stop(), failed)
        : scene.progress().failed(run, scene.stop(), failed, itinerary());
  }

  /** People answered. */
  Run answered(Run run, Answered answered) {
    return switch (answered.answer()) {
      case YES -> done(run, new Outcome.Done(answered.result(), answered.words()), false);
      case NO ->
          scene
              .progress()
              .failed(
                  run,
                  scene.stop(),
                  new Failed(answered.at(), "declined", answered.words()),
                  itinerary());
      case REJECTED -> scene.progress().rejected(run, scene.stop(), answered);
    };
  }

  /** A run that it started may be over. */
  Run nested(Run run, Nested nested) {
    var child = scene.kept(means -> means.store().find(nested.child()));
    if (child.isPresent() && !child.get().isOver()) {
      return run.to(new Nesting(scene.stop().path(), nested.child()), scene.now());
    }
    if (child.filter(Run::hasSucceeded).isPresent()) {
      var result = new LinkedHashMap<String, Object>();
      result.put("run", nested.child().value());
      if (run.origin().isDry()) {
        result.putAll(DryRun.LEFT_OUT);
      }
      return done(run, new Outcome.Done(result, "run %s did".formatted(nested.child())), true);
    }
    var why = child.map(over -> over.course().verdict().words()).orElse("it is gone");
    return failing(
        run, "run-failed", "run %s did not succeed: %s".formatted(nested.child(), why), Map.of());
  }

  private Run rest(Run run, Outcome.Again again, Instant began) {
    var words = scene.shown(again.words());
    var at = scene.end(began).filter(end -> end.isBefore(again.at())).orElse(again.at());
    var kept = new Outcome.Again(at, scene.redactor().map(again.memory()), words);
    var action = scene.action(run);
    var kind = scene.kind(action);
    var with = Given.of(kind, action, scene.seen(run), true).with();
    var reads = kind.effect(with).readsOnly();
    if (!Bounded.fits(kept.memory())) {
      var why = "what it has to remember until it looks again is too large to be kept";
      return reads
          ? failing(run, "memory", why, Map.of())
          : scene.progress().unclear(run, scene.stop(), "memory", why);
    }
    var left = reads ? run : scene.progress().leaving(run, scene.stop(), Trace.MAYBE);
    return scene.progress().again(left, scene.stop(), began, kept);
  }

  private Run asked(Run run, Outcome.Ask ask) {
    var own = ask.timeout().map(scene.now()::plus);
    var until = Stream.concat(own.stream(), scene.end(scene.now()).stream()).min(naturalOrder());
    return scene
        .progress()
        .asked(run, scene.stop(), new Questions(scene).of(ask), Map.of(), until, ask.onTimeout());
  }

  /** Of a step that is done for each item they are each item's. */
  private Map<String, Object> outputs(Map<String, Object> seen) {
    var outputs = new LinkedHashMap<String, Object>();
    if (isOwnAction() && !scene.stop().isWhole()) {
      scene
          .stop()
          .step()
          .outputs()
          .forEach((name, expression) -> outputs.put(name, Names.value(expression, seen)));
    }
    return Bounded.result(scene.redactor().map(outputs), 1);
  }

  /** What undoes a step is not what the step's own expectations are about. */
  private boolean isOwnAction() {
    return scene.stop().path().phase() != Phase.ROLLBACK;
  }

  private Itinerary itinerary() {
    return new Itinerary(scene.names().runbook());
  }

  /** In a dry run nobody is asked and nothing is waited for. */
  private Run would(Run run, String what, String words) {
    return dry().leftOut(run, "would " + what + (words.isBlank() ? "" : ": " + words));
  }

  private DryRun dry() {
    return new DryRun(scene);
  }

  private static String words(Outcome.Ask ask) {
    return switch (ask.asking()) {
      case Asking.Plain(Question.Checklist(var words, var lines)) ->
          (words.isBlank() ? "" : words + ": ") + String.join("; ", lines);
      case Asking.Plain(var question) -> question.words();
      case Asking.Approval approval -> approval.words();
    };
  }

  private static String said(String first, String second) {
    return second.isBlank() ? first : first + ", found " + second;
  }
}
