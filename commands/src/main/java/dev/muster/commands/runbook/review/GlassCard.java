package dev.muster.commands.runbook.review;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Block.Mark;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.runbook.card.Says;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.language.Permissions;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people read of glass. */
public final class GlassCard {

  private GlassCard() {}

  /** Nobody has answered, and somebody may decide alone now. */
  static Message unanswered(Run run, Approval asked, BreakGlass rule) {
    var needed =
        Says.approval(
            new Permissions.Approval(asked.roles(), asked.quorum(), asked.notRequester()));
    var heading =
        "Nobody has answered run %s for %s: %s"
            .formatted(run.id(), Words.duration(rule.after()), run.origin().runbook().title());
    return Message.of(
        heading,
        Message.heading(Mark.HIGH, heading, "run " + run.id()),
        Block.line(Span.strong(asked.words())),
        Block.line("Needs " + needed + "."),
        Block.line(
            "If it cannot wait, %s may break the glass: one person decides, says why, and somebody"
                    .formatted(Says.roles(rule.roles()))
                + " else looks at it afterwards."),
        new Block.Buttons(
            List.of(
                Button.primary("Approve", "/runbook approve " + run.id()),
                Button.of("Break the glass", "/runbook break-glass " + run.id()),
                Button.of("Status", "/runbook status " + run.id()))));
  }

  /** Somebody decided alone, and nobody has looked at it yet. */
  static Message broken(List<Review> reviews, boolean isReminder) {
    var first = reviews.getFirst();
    var heading =
        isReminder
            ? "Nobody has looked yet at why %s broke the glass of run %s: %s"
                .formatted(first.by().name(), first.run(), first.title())
            : "%s broke the glass: run %s goes on without its approval: %s"
                .formatted(first.by().name(), first.run(), first.title());
    var blocks = new ArrayList<Block>();
    blocks.add(Message.heading(Mark.CRITICAL, heading, "run " + first.run()));
    reviews.forEach(review -> blocks.addAll(lines(review)));
    blocks.add(
        Block.line(
            "Somebody else looks at it, not whoever asked for the run, and says what they found."));
    blocks.add(
        new Block.Buttons(
            List.of(
                Button.primary("Review", "/runbook review " + first.run()),
                Button.of("Status", "/runbook status " + first.run()),
                Button.of("Log", "/runbook log " + first.run()))));
    return new Message(heading, blocks);
  }

  /** One as it stands in a list. */
  static List<Block> lines(Review review) {
    var mention = new Span.Mention(new PersonId(review.by().id()), review.by().name());
    var lines = new ArrayList<Block>();
    lines.add(Block.line(Span.text("Asked: " + review.asked())));
    lines.add(
        Block.line(
            mention,
            Span.text(" broke the glass "),
            Span.time(review.at()),
            Span.text(": " + review.reason())));
    closed(review).ifPresent(lines::add);
    return lines;
  }

  private static Optional<Block> closed(Review review) {
    return review
        .closed()
        .map(closed ->
            Block.line(
                Span.text("Looked at by " + closed.by().name() + " "),
                Span.time(closed.at()),
                Span.text(": " + closed.words())));
  }

  /** All that nobody has looked at. */
  public static Message open(List<Review> reviews, long count) {
    if (reviews.isEmpty()) {
      return Message.of("No glass is broken that nobody has looked at.");
    }
    var heading = Words.count(count, "review") + " to do: glass was broken";
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    for (var review : reviews) {
      var run = "Run " + review.run();
      var open = Button.of("Review run " + review.run(), "/runbook review " + review.run());
      blocks.add(
          new Block.Row(
              List.of(
                  Span.strong(run),
                  Span.text(
                      " · %s · %s: %s · "
                          .formatted(review.title(), review.by().name(), review.reason())),
                  Span.time(review.at())),
              open));
    }
    if (count > reviews.size()) {
      blocks.add(Block.line("and " + (count - reviews.size()) + " more"));
    }
    return new Message(heading, blocks);
  }

  /** All of a run. */
  public static List<Block> of(List<Review> reviews) {
    return reviews.stream().flatMap(review -> lines(review).stream()).toList();
  }
}
