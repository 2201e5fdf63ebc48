package dev.muster.commands.chat.late;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What somebody had filled in, for when the form is not on the screen any more. */
public final class FilledIn {

  private FilledIn() {}

  /** None where nothing was. */
  public static List<Block> lines(Map<String, String> values) {
    var lines = new ArrayList<Block>();
    new TreeMap<>(values)
        .forEach((name, value) -> {
          if (!value.isBlank()) {
            lines.add(Block.line(Span.strong(name + ": "), Span.text(value)));
          }
        });
    if (!lines.isEmpty()) {
      lines.addFirst(Block.line("This is what you had filled in:"));
    }
    return lines;
  }
}
