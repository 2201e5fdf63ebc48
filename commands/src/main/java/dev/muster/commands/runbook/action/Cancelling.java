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
    var word = first.toLowerCase(Locale.ROOT);
    var isNear = !NearestWords.nearest(word, List.of(ROLLBACK)).isEmpty() || SAME.contains(word);
    return rollsBack() || !isNear ? Optional.empty() : Optional.of(question(run));
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
                    Button.primary("Cancel and roll back", plain + " " + ROLLBACK),
                    Button.of("Cancel, undo nothing", plain))));
    return Reply.error(
        Reply.Error.UNCONFIRMED,
        new Message(problem + ROLLBACK + "? Nothing was done yet.", blocks));
  }
}
