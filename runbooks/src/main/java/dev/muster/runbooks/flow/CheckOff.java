package dev.muster.runbooks.flow;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Ask;
import dev.muster.runbooks.kind.Outcome.Asking;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Question.Checklist;
import java.util.List;
import java.util.Map;

/** Has people do things by hand and tick them off. */
final class CheckOff implements Kind {

  private static final int MOST = 100;

  @Override
  public String name() {
    return "checklist";
  }

  @Override
  public String about() {
    return "Lists what people do by hand; the run goes on when every line is ticked.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.needed("items", Parameter.Type.LIST, "the lines, at most " + MOST),
        Parameter.optional("message", Parameter.Type.TEXT, "what stands above them").otherwise(""),
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
    var lines = with.list("items").size();
    return lines == 1 ? "have 1 line ticked" : "have %d lines ticked".formatted(lines);
  }

  @Override
  public Outcome act(Attempt attempt) {
    var with = attempt.with();
    var lines = with.list("items").stream().map(String::valueOf).toList();
    if (lines.isEmpty()) {
      return new Outcome.Done(Map.of(), "nothing to tick");
    }
    if (lines.size() > MOST) {
      return new Outcome.Failed(
          "arguments", "%d lines are too many; %d are the most".formatted(lines.size(), MOST));
    }
    return new Ask(
        new Asking.Plain(new Checklist(with.text("message"), lines)),
        Waiting.timeout(with),
        Waiting.onTimeout(with));
  }
}
