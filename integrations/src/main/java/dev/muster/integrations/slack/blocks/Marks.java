package dev.muster.integrations.slack.blocks;

import dev.muster.commands.chat.Block.Mark;

/** Marks that differ in shape and not by colour alone; the word stands beside them. */
final class Marks {

  private Marks() {}

  static String of(Mark mark) {
    return switch (mark) {
      case CRITICAL -> "🛑 ";
      case HIGH -> "🔺 ";
      case MEDIUM -> "🔶 ";
      case LOW -> "🔵 ";
      case INFO -> "▫️ ";
      case RESOLVED -> "✅ ";
      case NONE -> "";
    };
  }
}
