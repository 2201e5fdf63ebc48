package dev.muster.bot.chat.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a template shows it.
 *
 * @param root the id of the thread that it belongs to; its own for a root
 * @param label all of it in one line, for screen readers
 * @param author empty: Muster itself
 * @param mark the name of its heading's shape; {@code none} for none
 * @param href the address of its thread
 */
public record MessageView(
    long id,
    String channel,
    long root,
    String label,
    String author,
    String mark,
    TimeView posted,
    @Nullable TimeView edited,
    List<BlockView> blocks,
    int replies,
    String href) {

  public boolean isRoot() {
    return id == root;
  }

  /** What stands in place of a picture. */
  public String initials() {
    var initials = new StringBuilder();
    for (var word : author.strip().split("\\s+", -1)) {
      if (!word.isEmpty() && initials.length() < 2) {
        initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
      }
    }
    return initials.toString();
  }
}
