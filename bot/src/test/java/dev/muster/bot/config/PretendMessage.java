package dev.muster.bot.config;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Parameter.Type;
import java.util.List;
import java.util.Map;

/** The one kind of step that the configurations of tests know. */
final class PretendMessage implements Kind {

  @Override
  public String name() {
    return "message";
  }

  @Override
  public String about() {
    return "Pretends to say something.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.needed("text", Type.TEXT, "What is said."));
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  public String describe(Arguments with) {
    return "say something";
  }

  @Override
  public Outcome act(Attempt attempt) {
    return new Outcome.Done(Map.of(), "said");
  }
}
