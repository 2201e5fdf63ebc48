package dev.muster.commands.asking;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;

/**
 * What an answer to a mistake says to type, about an incident that there is: examples in the code
 * name one that nobody has.
 *
 * @param command as it is typed
 * @param number what to type for the incident; empty where it can be left out
 */
record Example(String command, String number) {

  private static final String ANY = " 1042";

  Message in(Message message) {
    return new Message(message.fallback(), message.blocks().stream().map(this::in).toList());
  }

  private Block in(Block block) {
    return block instanceof Block.Line(var spans)
        ? new Block.Line(spans.stream().map(this::in).toList())
        : block;
  }

  private Span in(Span span) {
    var any = command + ANY;
    if (!(span instanceof Span.Code(var text)) || !text.startsWith(any + " ")) {
      return span;
    }
    var own = number.isEmpty() ? command : command + " " + number;
    return Span.code(own + text.substring(any.length()));
  }
}
