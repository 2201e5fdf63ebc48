package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.start.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name that has to be typed before something is destroyed: that of its target, where an input
 * says it, and else the runbook's.
 */
record TypedTarget(String name) {

  private static final String INPUTS = "inputs.";

  /** Empty for what destroys nothing. */
  static Optional<TypedTarget> of(Plan plan) {
    if (plan.effect() != Effect.DESTROYS) {
      return Optional.empty();
    }
    var runbook = plan.definition().runbook();
    var named =
        plan.lines().stream()
            .filter(line -> line.effect() == Effect.DESTROYS)
            .findFirst()
            .map(line -> runbook.steps(line.path().phase()).get(line.path().index()))
            .flatMap(step -> input(step, runbook, plan.origin().inputs()));
    return Optional.of(new TypedTarget(named.orElse(runbook.name())));
  }

  private static Optional<String> input(Step step, Runbook runbook, Map<String, Object> inputs) {
    return step.action().with().values().stream()
        .map(Template::paths)
        .flatMap(paths -> paths.stream().sorted())
        .filter(path -> path.startsWith(INPUTS))
        .map(path -> path.substring(INPUTS.length()))
        .filter(name -> runbook.inputs().containsKey(name))
        .flatMap(name -> Optional.ofNullable(inputs.get(name)).stream())
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst();
  }

  /** Asks for it, unless it was typed rightly. */
  Optional<Reply> missing(Typing typing, String offer) {
    var typed = typing.controls().getOrDefault(Requests.TARGET, "");
    if (typed.equals(name)) {
      return Optional.empty();
    }
    var problem =
        typed.isEmpty()
            ? Optional.<String>empty()
            : Optional.of("That is not " + name + ". Nothing was done yet.");
    var words = "This destroys something. Type " + name + " to run it. Nothing was done yet.";
    return Optional.of(
        Reply.error(Reply.Error.UNCONFIRMED, Message.of(words)).with(form(typing, offer, problem)));
  }

  private Form form(Typing typing, String offer, Optional<String> problem) {
    var asked =
        new Asked("Type " + name + " to run it", name, new Input.Line(200), Parameter.Check.NONE);
    var parameter = new Parameter(Parameter.Spot.OPTION, Requests.TARGET, List.of(), asked, true);
    var run = "/runbook run " + typing.name();
    var command = run + " offer:" + offer + typing.forIncident();
    var field = new Form.Field(parameter, List.of(), "", "", problem);
    return new Form(
        command,
        run + typing.forIncident(),
        "This destroys something",
        command + " target:" + name,
        List.of(field));
  }
}
