package dev.muster.runbooks.testing;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A kind whose doings are counted: what it did in the world, step by step. */
public final class TestKind implements Kind {

  /** What it does there. */
  @FunctionalInterface
  public interface Doing {
    Outcome act(Attempt attempt) throws InterruptedException;
  }

  private final String name;
  private final Effect effect;
  private final List<String> acts = Collections.synchronizedList(new ArrayList<>());
  private Doing doing = _ -> new Outcome.Done(Map.of(), "done");
  private Optional<Outcome.Failed> foreseen = Optional.empty();
  private Function<Attempt, Reconciled> look = _ -> new Reconciled.Unknown("nobody can tell");

  public TestKind(String name, Effect effect) {
    this.name = name;
    this.effect = effect;
  }

  public TestKind does(Doing next) {
    doing = next;
    return this;
  }

  public TestKind looks(Function<Attempt, Reconciled> next) {
    look = next;
    return this;
  }

  /** What a look before it shows. */
  public TestKind cannot(String words) {
    foreseen = Optional.of(new Outcome.Failed("cannot", words));
    return this;
  }

  /** By the ids of the steps. */
  public List<String> acts() {
    return List.copyOf(acts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String about() {
    return "For tests.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.optional("text", Parameter.Type.TEXT, "Anything."));
  }

  @Override
  public Effect effect(Arguments with) {
    return effect;
  }

  @Override
  public String describe(Arguments with) {
    return name + " " + with.optionalText("text").orElse("…");
  }

  @Override
  public Outcome act(Attempt attempt) throws InterruptedException {
    acts.add(attempt.step());
    return doing.act(attempt);
  }

  @Override
  public Optional<Outcome.Failed> foresee(Attempt attempt) {
    return foreseen;
  }

  @Override
  public Reconciled reconcile(Attempt attempt) {
    return look.apply(attempt);
  }
}
