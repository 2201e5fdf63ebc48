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
import java.util.Map;
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

  @Override
  public boolean mayBe(Request request) {
    var invocation = request.invocation();
    var name = Typed.behind(invocation, request.arguments()).first();
    var desk = requests.desk();
    return desk.library()
        .get()
        .find(name)
        .map(found -> desk.plan(found, Map.of(), invocation.actor()))
        .flatMap(plan -> Denials.running(desk, invocation, plan))
        .isEmpty();
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
    return typing.inputs().areComplete()
        ? asked(invocation, typing)
        : denied(invocation, typing)
            .orElseGet(() ->
                new InputForm(requests.desk().directory()).of(this, typing, asker(invocation)));
  }

  /** Nobody fills in a form, or sees what somebody else gave a run, to be refused then. */
  private Optional<Reply> denied(Invocation invocation, Typing typing) {
    var desk = requests.desk();
    var plan = desk.plan(typing.definition(), typing.inputs().values(), invocation.actor());
    return Denials.running(desk, invocation, plan, typing.forIncident());
  }

  private Reply asked(Invocation invocation, Typing typing) {
    var desk = requests.desk();
    var plan = desk.plan(typing.definition(), typing.inputs().values(), invocation.actor());
    return Denials.running(desk, invocation, plan, typing.forIncident())
        .orElseGet(() -> goOn(invocation, typing, plan));
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
