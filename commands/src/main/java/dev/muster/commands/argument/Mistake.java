package dev.muster.commands.argument;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Something typed wrong.
 *
 * @param problem what is wrong, in whole sentences
 * @param typed the word that is wrong; empty where it is none in particular
 * @param meant the word that was probably meant
 */
public record Mistake(String problem, String typed, Optional<String> meant) {

  public static Mistake of(String problem) {
    return new Mistake(problem, "", Optional.empty());
  }

  public static Mistake of(String problem, Optional<String> meant) {
    return new Mistake(problem, "", meant);
  }

  /** What is wrong, that nothing was done, and how the command is written. */
  public Reply reply(Command command, String example) {
    var blocks = new ArrayList<Block>();
    meant.ifPresentOrElse(
        word ->
            blocks.add(
                Block.line(
                    Span.text(problem + " Did you mean "), Span.code(word), Span.text(" ?"))),
        () -> blocks.add(Block.line(problem)));
    blocks.add(
        Block.line(
            Span.text("Nothing was changed. Write for example "),
            Span.code(CommandTable.typed(command.name()) + " " + example)));
    var didYouMean = meant.map(word -> " Did you mean " + word + " ?").orElse("");
    return Reply.error(
        Reply.Error.INVALID, new Message(problem + didYouMean + " Nothing was changed.", blocks));
  }
}
