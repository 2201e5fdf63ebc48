package dev.muster.commands.silence.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.silence.Silence;
import java.util.ArrayList;
import java.util.List;

/** A silence in a list: of what, until when, by whom and why, and what can be done to it. */
public final class SilenceLines {

  private SilenceLines() {}

  /**
   * In lines and buttons.
   *
   * @param held how many alerts that fire it keeps quiet
   */
  public static List<Block> of(Silence silence, long held) {
    var blocks = new ArrayList<Block>();
    blocks.add(SilenceWords.what(silence));
    if (silence.ended().isPresent()) {
      blocks.add(SilenceWords.why(silence, ""));
      return blocks;
    }
    blocks.add(SilenceWords.why(silence, " · " + SilenceWords.keeps(held)));
    var buttons = new ArrayList<Button>();
    buttons.add(Button.of("End " + silence.id(), SilenceWords.unsilence(silence.id())));
    if (held > 0) {
      buttons.add(Button.of("Its alerts", SilenceWords.alerts(silence.id())));
    }
    blocks.add(new Block.Buttons(buttons));
    return blocks;
  }
}
