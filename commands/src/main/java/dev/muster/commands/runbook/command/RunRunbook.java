package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.RefusingCommand;
import dev.muster.commands.runbook.card.Says;
import dev.muster.commands.runbook.typing.InputForm;
import dev.muster.commands.runbook.typing.InputParameters;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.start.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code /runbook run}: starts what only reads at once; what changes the world only after somebody
 * has seen what it would do and said yes.
 */
record RunRunbook(Requests requests, ForIncident subject, Starting starting)
    implements WithInputs, RefusingCommand {

  @Override
  public String name() {
    return "runbook run";
  }

  @Override
  public List<String> aliases() {
    return List.of("start", "exec");
  }

  @Override
  public String arguments() {
    return "<runbook> [input=value …] [dry:yes] [for:#8]";
  }

  @Override
  public String summary() {
    return "Runs a runbook; before it changes anything you see what it would do";
  }

  @Override
  public Right right() {
    return Access.RUN;
  }

  /** As when it is pressed; an offer was made to whoever may. */
  @Override
  public boolean mayBe(Request request) {
    var invocation = request.invocation();
    var typed = Typed.behind(invocation, request.arguments());
    return switch (requests.read(typed, asker(invocation))) {
      case Requests.Read.Wrong _ -> true;
      case Requests.Read.Right(var typing) ->
          typing.controls().containsKey(Requests.OFFER)
              || subject.unknown(typing).isPresent()
              || mayBe(invocation, subject.filled(again(typing)));
    };
  }

  private boolean mayBe(Invocation invocation, Typing typing) {
    return denied(invocation, typing, plan(invocation, typing)).isEmpty();
  }

  @Override
  public Reply of(Invocation invocation, Typing typing) {
    if (typing.controls().containsKey(Requests.OFFER)) {
      return starting.accept(invocation, typing);
    }
    return subject
        .unknown(typing)
        .orElseGet(() -> filled(invocation, subject.filled(again(typing))));
  }

  /** With what the run that is to be run again was given, where nothing else was typed. */
  private Typing again(Typing typing) {
    var desk = requests.desk();
    return Optional.ofNullable(typing.controls().get(Requests.AGAIN))
        .flatMap(RunId::parse)
        .flatMap(desk.means().store()::find)
        .filter(run -> run.origin().runbook().name().equals(typing.name()))
        .map(run -> {
          var given = new HashMap<String, String>();
          run.origin().inputs().forEach((name, value) -> given.put(name, Says.typed(value)));
          given.keySet().retainAll(typing.definition().runbook().inputs().keySet());
          given.putAll(typing.typed());
          return typing.giving(given, new InputParameters(desk.directory()).people());
        })
        .orElse(typing);
  }

  private Reply filled(Invocation invocation, Typing typing) {
    var plan = plan(invocation, typing);
    return denied(invocation, typing, plan)
        .orElseGet(() ->
            typing.inputs().areComplete()
                ? goOn(invocation, typing, plan)
                : new InputForm(requests.desk().directory()).of(this, typing, asker(invocation)));
  }

  private Plan plan(Invocation invocation, Typing typing) {
    return requests.desk().plan(typing.definition(), typing.inputs().values(), invocation.actor());
  }

  /**
   * Nobody fills in a form, or sees what somebody else gave a run, to be refused then; nor is
   * anybody refused for what only some inputs would do.
   */
  private Optional<Reply> denied(Invocation invocation, Typing typing, Plan plan) {
    var desk = requests.desk();
    return typing.inputs().areComplete()
        ? Denials.running(desk, invocation, plan, typing.forIncident())
        : Denials.runningEver(desk, invocation, plan, typing.forIncident());
  }

  private Reply goOn(Invocation invocation, Typing typing, Plan plan) {
    if (!plan.canBeRun()) {
      return Starting.refused(typing.name(), plan.problems());
    }
    if (typing.isDry()) {
      return starting.start(invocation, typing, plan, Mode.DRY);
    }
    return plan.effect() == Effect.READS
        ? starting.startUnlessSame(invocation, typing, plan)
        : starting.offer(invocation, typing, plan);
  }
}
