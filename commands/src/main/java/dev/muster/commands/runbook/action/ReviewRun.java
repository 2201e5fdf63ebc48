package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.RefusingCommand;
import dev.muster.commands.runbook.live.RunThreads;
import dev.muster.commands.runbook.review.GlassCard;
import dev.muster.commands.runbook.review.Review;
import dev.muster.commands.runbook.review.Reviewers;
import dev.muster.commands.runbook.review.Reviews;
import dev.muster.runbooks.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /runbook review}: what was done without an approval, and that somebody looked at it. */
record ReviewRun(Desk desk, Reviews reviews, RunThreads threads) implements RefusingCommand {

  private static final int SHOWN = 10;
  private static final int CHOICES = 25;

  @Override
  public String name() {
    return "runbook review";
  }

  @Override
  public List<String> aliases() {
    return List.of("reviews");
  }

  @Override
  public String arguments() {
    return "[run] [words]";
  }

  @Override
  public List<Parameter> parameters() {
    var pick = new Input.Pick(_ -> choices());
    var words = new Input.Line(500);
    return List.of(
        Parameter.word("run", new Asked("Run", "318", pick, Parameter.Check.NONE)),
        Parameter.text(
                "found", new Asked("What you found", "was right", words, Parameter.Check.NONE))
            .required());
  }

  private List<Choice> choices() {
    return reviews.open(CHOICES).stream()
        .map(it -> new Choice(it.run().toString(), it.title() + " · " + it.by().name()))
        .distinct()
        .toList();
  }

  @Override
  public String summary() {
    return "Lists glass that was broken and nobody has looked at; with a run and words closes it";
  }

  @Override
  public Right right() {
    return Access.APPROVE;
  }

  @Override
  public boolean mayBe(Request request) {
    var invocation = request.invocation();
    var id = RunRef.of(Typed.behind(invocation, request.arguments())).run();
    return id.filter(it -> denial(invocation, it, reviews.of(it)).isPresent()).isEmpty();
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var ref = RunRef.of(Typed.behind(invocation, arguments));
    if (ref.run().isEmpty()) {
      return Reply.toAsker(GlassCard.open(reviews.open(SHOWN), reviews.countOpen()));
    }
    var id = ref.run().get();
    var all = reviews.of(id);
    if (all.isEmpty()) {
      return Reply.error(
          Reply.Error.NOT_FOUND,
          Message.of("Nobody broke the glass of run " + id + ". /runbook review lists whose was."));
    }
    return all.stream().allMatch(it -> it.closed().isPresent())
        ? Reply.toAsker(shown("Run " + id + ": this was looked at.", all))
        : close(invocation, id, all, ref.words());
  }

  private Reply close(Invocation invocation, RunId id, List<Review> all, String words) {
    var denied = denial(invocation, id, all);
    if (denied.isPresent()) {
      return denied.get();
    }
    if (words.isBlank()) {
      var ask = "What did you find? Say it behind: /runbook review " + id + " <words>";
      return Reply.error(Reply.Error.INVALID, shown(ask, all)).missing(List.of("found"));
    }
    var who = Desk.who(invocation.actor());
    if (reviews.close(id, new Review.Closed(who, words.strip(), desk.now())) == 0) {
      var heading = "Somebody was faster. What you found was not kept:";
      return Reply.toAsker(shown(heading, reviews.of(id)));
    }
    var noted = "Looked at the broken glass of run %s: %s".formatted(id, words.strip());
    desk.means().store().find(id).ifPresent(run -> threads.note(run, who, noted));
    return Reply.told(
        Message.of(
            "Run %s: %s looked at the broken glass: %s"
                .formatted(id, invocation.actor().name(), words.strip())));
  }

  /** Four eyes: neither who broke it nor who asked for the run, and in person. */
  private Optional<Reply> denial(Invocation invocation, RunId id, List<Review> all) {
    if (invocation.via().isPresent()) {
      return Optional.of(
          denied("A token looks at nothing: do it in the chat or in the console, in person."));
    }
    var actor = invocation.actor();
    var reviewers = new Reviewers(desk, id, all);
    return reviewers
        .own(actor)
        .map(own -> denied(own + ": somebody else looks at it. " + reviewers.whom()))
        .or(() ->
            reviewers
                .against(actor)
                .map(why ->
                    Denials.denied(
                        "You can't review run " + id + ".", why.needs(), reviewers.whom())));
  }

  private static Reply denied(String words) {
    return Reply.error(Reply.Error.DENIED, Message.of(words));
  }

  private static Message shown(String heading, List<Review> reviews) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    blocks.addAll(GlassCard.of(reviews));
    return new Message(heading, blocks);
  }
}
