package dev.muster.commands.asking;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;

/**
 * What an answer to a mistake says to type, about the incident that is meant: examples in the code
 * say NUMBER, so that nobody changes an incident by pasting one.
 *
 * @param command as it is typed
 * @param number what to type for the incident; empty where it can be left out
 */
record Example(String command, String number) {

  private static final String ANY = " NUMBER";

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
