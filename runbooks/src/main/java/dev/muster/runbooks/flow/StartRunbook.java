package dev.muster.runbooks.flow;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs another runbook, and ends as that does. */
final class StartRunbook implements Kind {

  @Override
  public String name() {
    return "runbook";
  }

  @Override
  public String about() {
    return "Runs another runbook as a run of its own; the step ends as that run does.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.needed("runbook", Parameter.Type.TEXT, "the runbook, as it is called"),
        Parameter.optional("inputs", Parameter.Type.MAP, "what it is given").otherwise(Map.of()));
  }

  /** What it starts says itself what it does: starting it again by mistake would not. */
  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  /** A dry run starts a dry run. */
  @Override
  public boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  public String describe(Arguments with) {
    return "run " + with.optionalText("runbook").orElse("another runbook");
  }

  @Override
  public Optional<String> runbook(Arguments with) {
    return with.optionalText("runbook");
  }

  /** Begins nothing itself: the run is begun with the commit that says so. */
  @Override
  public Outcome act(Attempt attempt) {
    var inputs = new LinkedHashMap<String, Object>();
    attempt.with().map("inputs").forEach((name, value) -> inputs.put(name.toString(), value));
    return new Outcome.Start(attempt.with().text("runbook"), inputs);
  }
}
