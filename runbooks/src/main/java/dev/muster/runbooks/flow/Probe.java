package dev.muster.runbooks.flow;

import dev.muster.runbooks.cel.Expressions;
import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Known.Sort;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.template.Templates;
import dev.muster.runbooks.value.Given;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** One look by another kind, which must only read. */
record Probe(Kinds kinds, Attempt attempt) {

  private static final Group NAMES =
      new Group("name", "names", Map.of("result", Known.of(Sort.ANYTHING)));

  /** What a look shows. */
  sealed interface Seen {
    record Holds(Map<String, Object> result) implements Seen {}

    record Not(String words) implements Seen {}

    /** It never will: it is written wrong. */
    record Wrong(String words) implements Seen {}
  }

  Seen look() throws InterruptedException {
    var with = attempt.with();
    var kind = with.optionalText("uses").flatMap(kinds::find);
    if (kind.isEmpty()) {
      return new Seen.Wrong("`until` needs `uses`, a kind of step that reads");
    }
    var faults = new ArrayList<String>();
    var until = new Expressions(NAMES).expression(with.text("until"), NAMES, faults::add);
    if (until.isEmpty()) {
      return new Seen.Wrong("`until`: " + String.join("; ", faults));
    }
    var given = Given.of(kind.get(), action(kind.get()), Map.of(), false);
    if (!given.isComplete()) {
      return new Seen.Wrong(String.join("; ", given.problems()));
    }
    return kind.get().effect(given.with()).readsOnly()
        ? seen(kind.get(), given, until.get())
        : new Seen.Wrong(kind.get().name() + " does more than read");
  }

  private static Seen seen(Outcome outcome, Expression until) {
    return switch (outcome) {
      case Outcome.Done(var result, var words) -> {
        try {
          yield until.holds(Map.of("result", result))
              ? new Seen.Holds(result)
              : new Seen.Not(words);
        } catch (Unevaluable e) {
          yield new Seen.Not(String.valueOf(e.getMessage()));
        }
      }
      case Outcome.Failed(_, var words) -> new Seen.Not(words);
      case Outcome.Unclear(_, var words) -> new Seen.Not(words);
      case Outcome.Again again -> new Seen.Not(again.words());
      case Outcome.Ask _, Outcome.Start _ -> new Seen.Wrong("what it uses does not read");
    };
  }

  private Seen seen(Kind kind, Given given, Expression until) throws InterruptedException {
    var look =
        new Attempt(
            attempt.run(),
            attempt.step(),
            attempt.key(),
            attempt.number(),
            given.with(),
            Map.of(),
            attempt.started(),
            attempt.timeout(),
            attempt.output(),
            attempt.place());
    return seen(kind.act(look), until);
  }

  private Action action(Kind kind) {
    var with = new LinkedHashMap<String, Template>();
    attempt
        .with()
        .map("with")
        .forEach((name, value) -> with.put(name.toString(), Templates.fixed(value)));
    return new Action(kind.name(), with);
  }
}
