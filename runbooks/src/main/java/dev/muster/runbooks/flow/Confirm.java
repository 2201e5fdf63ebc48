package dev.muster.runbooks.flow;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Ask;
import dev.muster.runbooks.kind.Outcome.Asking;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Question.Confirmation;
import java.util.List;

/** Asks one person whether something is so, or was done. */
final class Confirm implements Kind {

  @Override
  public String name() {
    return "confirm";
  }

  @Override
  public String about() {
    return "Asks a person whether something is so, or was done by hand; a no fails the step.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.needed("message", Parameter.Type.TEXT, "what is to be confirmed"),
        Waiting.TIMEOUT,
        Waiting.ON_TIMEOUT);
  }

  @Override
  public boolean isReadByPeople() {
    return true;
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  public String describe(Arguments with) {
    return "have confirmed: " + with.optionalText("message").orElse("what is asked");
  }

  @Override
  public Outcome act(Attempt attempt) {
    var question = new Confirmation(attempt.with().text("message"));
    return new Ask(
        new Asking.Plain(question),
        Waiting.timeout(attempt.with()),
        Waiting.onTimeout(attempt.with()));
  }
}
