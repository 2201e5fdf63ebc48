package dev.muster.commands.runbook;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.people.Via;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.start.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says who may not do something with a runbook, which role it needs and whom to ask. */
public final class Denials {

  private Denials() {}

  /** Empty where the asker may run what is planned. */
  public static Optional<Reply> running(Desk desk, Invocation invocation, Plan plan) {
    return running(desk, invocation, plan, "");
  }

  /**
   * The same.
   *
   * @param behind the runbook when others are asked, such as the incident that it is for
   */
  public static Optional<Reply> running(
      Desk desk, Invocation invocation, Plan plan, String behind) {
    return running(desk, invocation, plan, plan.effect(), behind);
  }

  /**
   * The same of what lacks inputs: empty where the asker may run it with some, for all is known.
   */
  public static Optional<Reply> runningEver(
      Desk desk, Invocation invocation, Plan plan, String behind) {
    return running(desk, invocation, plan, plan.least(), behind);
  }

  private static Optional<Reply> running(
      Desk desk, Invocation invocation, Plan plan, Effect effect, String behind) {
    var runbook = plan.definition().runbook();
    var ask = asking(runbook.name() + behind);
    return lacking(invocation, person -> desk.access().againstRunning(person, runbook, effect))
        .map(why -> denied("You can't run " + runbook.name() + ".", why, List.of(ask)));
  }

  /** What the asker lacks, or the owner of the token by which it came. */
  public static Optional<Refusal> lacking(
      Invocation invocation, Function<Person, Optional<Refusal>> against) {
    return against
        .apply(invocation.actor())
        .or(() -> invocation.via().flatMap(Via::owner).flatMap(against));
  }

  public static Reply denied(String what, Refusal why, List<Button> buttons) {
    return denied(what, why.needs(), why.whoHasIt(), buttons);
  }

  /**
   * The same where a refusal alone does not know it.
   *
   * @param needs what whoever may do it has
   * @param whom to turn to instead
   */
  public static Reply denied(String what, String needs, String whom) {
    return denied(what, needs, whom, List.of());
  }

  private static Reply denied(String what, String needs, String whom, List<Button> buttons) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(what + " " + needs));
    blocks.add(Block.line(whom));
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return Reply.error(Reply.Error.DENIED, new Message(what + " " + needs, blocks));
  }

  /**
   * Has those asked who may run it.
   *
   * @param runbook its name, with the incident that it is for
   */
  public static Button asking(String runbook) {
    return Button.of("Ask them in the thread", "/runbook ask " + runbook);
  }
}
