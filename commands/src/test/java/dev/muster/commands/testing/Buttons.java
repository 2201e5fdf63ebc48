package dev.muster.commands.testing;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Reply;
import java.util.List;
import java.util.stream.Stream;

/** What can be clicked in a reply. */
public final class Buttons {

  private Buttons() {}

  /** Those of rows too. */
  public static List<Button> of(Reply reply) {
    return reply.message().blocks().stream()
        .flatMap(block ->
            switch (block) {
              case Block.Row(_, var open) -> Stream.of(open);
              case Block.Buttons(var buttons) -> buttons.stream();
              default -> Stream.empty();
            })
        .toList();
  }

  /** What the one with this label says. */
  public static String command(Reply reply, String label) {
    return of(reply).stream()
        .filter(button -> button.label().equals(label))
        .map(Button::command)
        .findFirst()
        .orElseThrow();
  }
}
