package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.card.RunButtons;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks back where a yes reads like a no: {@code /runbook confirm 318 no} must not go through. */
final class YesOrNo {

  /** What nobody says first who means yes. */
  private static final Set<String> NO = Set.of("no", "nope", "not", "reject", "deny", "never");

  private YesOrNo() {}

  /**
   * Empty where it is clear.
   *
   * @param yes the verb that was typed
   * @param words behind the run
   */
  static Optional<Reply> unclear(Run run, String yes, String words) {
    var first = new Typed(words).first().toLowerCase(Locale.ROOT);
    return NO.contains(first.replaceFirst("[.,!]$", ""))
        ? Optional.of(question(run, yes, words))
        : Optional.empty();
  }

  private static Reply question(Run run, String yes, String words) {
    var problem =
        "Yes or no? \"%s\" is not clear. Nothing was done yet.".formatted(Words.echo(words));
    var why = new Typed(words).behindFirst().text();
    var at = RunButtons.at(run);
    var no = ("/runbook reject " + at + " " + why).strip();
    return Reply.error(
        Reply.Error.UNCONFIRMED,
        Message.of(
            problem,
            Block.line(problem),
            new Block.Buttons(
                List.of(Button.of("No", no), Button.of("Yes", "/runbook " + yes + " " + at)))));
  }
}
