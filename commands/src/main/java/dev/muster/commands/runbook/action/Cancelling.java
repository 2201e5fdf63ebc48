package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.text.NearestWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands behind {@code /runbook cancel 318}: {@code rollback} or not, and why. A slip of the
 * finger in that word must not leave done what was to be undone.
 *
 * @param first as it was typed
 * @param rest behind it
 */
record Cancelling(String first, String rest) {

  private static final String ROLLBACK = "rollback";

  /** What people say for it elsewhere. */
  private static final List<String> SAME = List.of("undo", "revert", "back");

  static Cancelling of(String words) {
    var typed = new Typed(words);
    return new Cancelling(typed.first(), typed.behindFirst().text());
  }

  boolean rollsBack() {
    return first.equalsIgnoreCase(ROLLBACK);
  }

  /** May be empty. */
  String why() {
    return rollsBack() ? rest : (first + " " + rest).strip();
  }

  /** Asks where the first word is nearly it; empty where it is clear. */
  Optional<Reply> unclear(Run run) {
    return rollsBack() || !isNear() ? Optional.empty() : Optional.of(question(run));
  }

  private boolean isNear() {
    var word = first.toLowerCase(Locale.ROOT);
    return !NearestWords.nearest(word, List.of(ROLLBACK)).isEmpty() || SAME.contains(word);
  }

  private Reply question(Run run) {
    var plain = "/runbook cancel " + run.id();
    var problem = "\"" + Words.echo(first) + "\" is not clear. Did you mean ";
    var blocks =
        List.<Block>of(
            Block.line(Span.text(problem), Span.code(ROLLBACK), Span.text("?")),
            Block.line("Run %s goes on: nothing was done yet.".formatted(run.id())),
            new Block.Buttons(
                List.of(
                    Button.primary(
                        "Cancel and roll back", (plain + " " + ROLLBACK + " " + reason()).strip()),
                    Button.of("Cancel, undo nothing", (plain + " " + harmless()).strip()))));
    return Reply.error(
        Reply.Error.UNCONFIRMED,
        new Message(problem + ROLLBACK + "? Nothing was done yet.", blocks));
  }

  /** What stands behind the slip. */
  private String reason() {
    var more = new Typed(rest);
    return first.equalsIgnoreCase("roll") && more.first().equalsIgnoreCase("back")
        ? more.behindFirst().text()
        : rest;
  }

  /** The same; left out where it would roll back, or be asked about, in its turn. */
  private String harmless() {
    var next = of(reason());
    return next.rollsBack() || next.isNear() ? "" : reason();
  }
}
