package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.Offers.Offer;
import dev.muster.commands.runbook.card.PlanCard;
import dev.muster.commands.runbook.card.RunLine;
import dev.muster.commands.runbook.card.Says;
import dev.muster.commands.runbook.typing.InputParameters;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.start.Plan;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Offers runs and starts them. Thread-safe. */
final class Starting {

  /** Whoever comes back later looks again: the world has moved on. */
  private static final Duration LASTS = Duration.ofMinutes(15);

  private final Desk desk;
  private final ForIncident subject;
  private final Warnings warnings;

  Starting(ForIncident subject) {
    this.desk = subject.desk();
    this.subject = subject;
    this.warnings = new Warnings(subject);
  }

  /** Shows what it would do, with a button that starts exactly that. */
  Reply offer(Invocation invocation, Typing typing, Plan plan) {
    var run = offered(invocation, typing);
    var target = TypedTarget.of(plan);
    var buttons =
        List.of(
            Button.primary(target.isPresent() ? "Run…" : "Run", run),
            Button.of("Dry run", run + " dry:yes"),
            Button.of("Cancel", run + " go:no"));
    var card = PlanCard.of(plan, plan.origin().inputs(), buttons);
    return Reply.toAsker(warnings.above(card, typing, invocation));
  }

  /** Starts what needs no yes, unless just that goes on already: then somebody looks first. */
  Reply startUnlessSame(Invocation invocation, Typing typing, Plan plan) {
    var same = warnings.same(typing, subject.place(invocation, typing));
    if (same.isEmpty()) {
      return start(invocation, typing, plan, Mode.REAL);
    }
    var buttons =
        List.of(
            Button.primary("Show it", "/runbook status " + same.getFirst().id()),
            Button.of("Run anyway", offered(invocation, typing)));
    var card = PlanCard.of(plan, plan.origin().inputs(), buttons);
    var warned = warnings.above(card, typing, invocation, same);
    return Reply.error(
        Reply.Error.UNCONFIRMED,
        new Message("Nothing was started. " + warned.fallback(), warned.blocks()));
  }

  /** What a button says that starts exactly this. */
  private String offered(Invocation invocation, Typing typing) {
    var until = desk.now().plus(LASTS);
    var hash = typing.definition().hash();
    var person = invocation.actor().id().value();
    var id =
        desk.offers()
            .make(new Offer(person, typing.name(), hash, typing.typed(), until, Optional.empty()));
    return "/runbook run " + typing.name() + " offer:" + id + typing.forIncident();
  }

  /** Somebody says yes or no to what they were shown. */
  Reply accept(Invocation invocation, Typing typing) {
    var id = typing.controls().get(Requests.OFFER);
    var found = desk.offers().lock(id == null ? "" : id);
    var own = found.filter(it -> it.person().equals(invocation.actor().id().value()));
    if (own.isEmpty() || !own.get().runbook().equals(typing.name())) {
      return again(typing, "That was offered to somebody else.");
    }
    var offer = own.get();
    if (offer.closed().isPresent()) {
      return taken(offer);
    }
    if (desk.now().isAfter(offer.until())) {
      return again(typing, "That was shown more than 15 min ago.");
    }
    return offer.hash().equals(typing.definition().hash())
        ? accept(invocation, given(typing, offer), String.valueOf(id))
        : again(typing, "The runbook was changed since you were shown it.");
  }

  private Typing given(Typing typing, Offer offer) {
    var people = new InputParameters(desk.directory()).people();
    return typing.giving(offer.inputs(), people);
  }

  private Reply accept(Invocation invocation, Typing typing, String id) {
    if (typing.controls().getOrDefault(Requests.GO, "yes").equals("no")) {
      desk.offers().close(id, Optional.empty(), desk.now());
      return Reply.toAsker(Message.of(typing.name() + " was not run. Nothing was done."));
    }
    var plan = desk.plan(typing.definition(), typing.inputs().values(), invocation.actor());
    var denied = Denials.running(desk, invocation, plan);
    if (denied.isPresent()) {
      return denied.get();
    }
    if (typing.isDry()) {
      return start(invocation, typing, plan, Mode.DRY);
    }
    var missing = TypedTarget.of(plan).flatMap(target -> target.missing(typing, id));
    return missing.orElseGet(() -> begun(invocation, typing, plan, Mode.REAL, Optional.of(id)));
  }

  Reply start(Invocation invocation, Typing typing, Plan plan, Mode mode) {
    return begun(invocation, typing, plan, mode, Optional.empty());
  }

  private Reply begun(
      Invocation invocation, Typing typing, Plan plan, Mode mode, Optional<String> offer) {
    var place = subject.place(invocation, typing);
    var request =
        new Request(
            typing.name(),
            typing.inputs().values(),
            Desk.who(invocation.actor()),
            mode,
            subject.context(invocation, typing),
            Optional.of(place));
    return switch (desk.starts().start(request)) {
      case Started.Begun(var run) -> {
        offer.ifPresent(id -> desk.offers().close(id, Optional.of(run.id()), desk.now()));
        yield told(invocation, typing, plan, run);
      }
      case Started.Busy(var holder) -> busy(typing.name(), holder.toString());
      case Started.Refused(var problems) -> refused(typing.name(), problems);
      case Started.Unknown() -> again(typing, "It is not there any more.");
    };
  }

  private Reply told(Invocation invocation, Typing typing, Plan plan, Run run) {
    var what = run.origin().isDry() ? "Dry run " : "Run ";
    var title = run.origin().runbook().title();
    var words = Says.sentence(what + run.id() + " of " + title + ": " + stands(run, plan));
    var status = "/runbook status " + run.id();
    var buttons = new Block.Buttons(List.of(Button.of("Status", status)));
    var said = Message.of(words, Block.line(words), buttons);
    return Reply.told(warnings.above(said, typing, invocation, List.of()));
  }

  /** It begins within moments; where it waits for people at once, for what. */
  private String stands(Run run, Plan plan) {
    if (!(run.state() instanceof RunState.Running)) {
      return RunLine.standing(run, desk.now());
    }
    return run.origin().isDry() ? "begins" : PlanCard.firstWait(plan).orElse("begins");
  }

  private static Reply taken(Offer offer) {
    var words =
        offer
            .closed()
            .orElseThrow()
            .run()
            .map(run -> "That was started already, as run " + run + ". Nothing was started twice.")
            .orElse("You said no to that. Nothing was done.");
    var next =
        offer
            .closed()
            .orElseThrow()
            .run()
            .map(run -> Button.of("Status", "/runbook status " + run))
            .orElse(Button.of("Look again", "/runbook run " + offer.runbook()));
    return Reply.toAsker(Message.of(words, Block.line(words), new Block.Buttons(List.of(next))));
  }

  private static Reply again(Typing typing, String why) {
    var command = "/runbook run " + typing.name() + typing.forIncident();
    return Reply.error(
        Reply.Error.UNCONFIRMED,
        Message.of(
            why + " Nothing was done. Look again: " + command,
            Block.line(Span.text(why + " Nothing was done. Look again: "), Span.code(command)),
            new Block.Buttons(List.of(Button.primary("Look again", command)))));
  }

  private static Reply busy(String name, String holder) {
    var words =
        "Run %s is at the same thing, and %s does not wait for it. Nothing was started."
            .formatted(holder, name);
    var button = Button.primary("Run " + holder, "/runbook status " + holder);
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(words, Block.line(words), new Block.Buttons(List.of(button))));
  }

  static Reply refused(String name, List<String> problems) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(name + " can't be run so. Nothing was done."));
    problems.forEach(problem -> blocks.add(Block.line("• " + problem)));
    return Reply.error(
        Reply.Error.INVALID,
        new Message(name + " can't be run so: " + String.join("; ", problems), blocks));
  }
}
