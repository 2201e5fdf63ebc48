package dev.muster.runbooks.engine;

import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Asking;
import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.value.Names;
import java.util.Map;
import java.util.Optional;

/** What people are asked in a run, in words without secrets. */
record Questions(Scene scene) {

  Question of(Outcome.Ask ask) {
    var usual = scene.names().runbook().permissions().approve();
    return switch (ask.asking()) {
      case Asking.Plain(var question) -> redacted(question);
      case Asking.Approval(var words, var roles, var quorum, var notRequester) ->
          new Approval(
              scene.shown(words),
              roles.orElse(usual.roles()),
              quorum.orElse(usual.quorum()),
              notRequester.orElse(usual.notRequester()));
    };
  }

  private Question redacted(Question question) {
    return switch (question) {
      case Question.Confirmation(var words) -> new Question.Confirmation(scene.shown(words));
      case Question.Checklist(var words, var lines) ->
          new Question.Checklist(scene.shown(words), lines.stream().map(scene::shown).toList());
      case Approval(var words, var roles, var quorum, var notRequester) ->
          new Approval(scene.shown(words), roles, quorum, notRequester);
    };
  }

  /** Asks whether it matters that a check failed. */
  Run whetherAccepted(Run run, Failed failed, Map<String, Object> found) {
    var usual = scene.names().runbook().permissions().approve();
    var words =
        "%s: %s. Go on all the same? %s"
            .formatted(scene.stop().title(), failed.words(), offer(run, found))
            .strip();
    var question =
        new Approval(scene.shown(words), usual.roles(), usual.quorum(), usual.notRequester());
    return scene
        .progress()
        .asked(run, scene.stop(), question, found, Optional.empty(), OnTimeout.ABORT);
  }

  /** What a check found that could not look is not there to be told of. */
  private String offer(Run run, Map<String, Object> found) {
    try {
      var seen = Names.with(scene.seen(run), found);
      return Sayings.of(scene.stop().step().acceptable().orElseThrow().fill(seen));
    } catch (Unevaluable e) {
      return "";
    }
  }
}
