package dev.muster.commands.chat;

import java.util.List;
import java.util.Optional;

/**
 * A message in no platform's words.
 *
 * @param fallback all of it that fits one line, for notifications, screen readers and logs of chats
 */
public record Message(String fallback, List<Block> blocks) {

  public Message {
    blocks = List.copyOf(blocks);
  }

  /** One plain line. */
  public static Message of(String text) {
    return new Message(text, List.of(Block.line(text)));
  }

  public static Message of(String fallback, Block... blocks) {
    return new Message(fallback, List.of(blocks));
  }

  public static Block.Heading heading(Block.Mark mark, String text, String reference) {
    return new Block.Heading(mark, text, Optional.of(reference));
  }
}
