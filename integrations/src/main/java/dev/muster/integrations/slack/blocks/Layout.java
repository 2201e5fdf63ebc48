package dev.muster.integrations.slack.blocks;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import dev.muster.commands.chat.Block;
import java.util.ArrayList;
import java.util.List;

/** Puts blocks one below the other; lines that follow each other share a block. */
final class Layout {

  private static final int HEADER = 150;

  /** Of one block. */
  private static final int MOST_BUTTONS = 25;

  /** Slack names no limit for rich text; sections have this one. */
  private static final int TEXT = 3_000;

  /** Beyond about 13,000 characters in all Slack answers {@code msg_blocks_too_long}. */
  private static final int ALL_TEXT = 12_000;

  private final Lines lines;
  private final Buttons buttons = new Buttons();
  private final List<Placed> placed = new ArrayList<>();
  private final List<Lines.Line> open = new ArrayList<>();
  private final List<Block.Button> openRows = new ArrayList<>();

  Layout(Lines lines) {
    this.lines = lines;
  }

  /** A finished block, how many things it shows and in how many characters. */
  private record Placed(LayoutBlock block, int things, int length) {}

  void add(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Line(var spans) -> line(lines.of(spans));
      case Block.Row(var spans, var button) -> row(lines.of(spans), button);
      case Block.Fields(var fields) -> fields.forEach(field -> line(lines.of(field)));
      case Block.Buttons(var all) -> buttons(all);
    }
  }

  /** Everything, or as much as fits and how much more there is. */
  List<LayoutBlock> atMost(int most) {
    closeLines();
    var fitting = fitting(most, ALL_TEXT);
    if (fitting == placed.size()) {
      return blocks(fitting);
    }
    var kept = fitting(most - 1, ALL_TEXT);
    var cut = placed.subList(kept, placed.size()).stream().mapToInt(Placed::things).sum();
    placed.subList(kept, placed.size()).clear();
    line(lines.more(cut));
    closeLines();
    return blocks(placed.size());
  }

  private int fitting(int most, int length) {
    var count = 0;
    var left = length;
    while (count < Math.min(most, placed.size()) && placed.get(count).length() <= left) {
      left -= placed.get(count).length();
      count++;
    }
    return count;
  }

  private List<LayoutBlock> blocks(int count) {
    return placed.stream().limit(count).map(Placed::block).toList();
  }

  /** What does not fit into a header stands below it in full. */
  private void heading(Block.Heading heading) {
    closeLines();
    var words = Texts.line(Marks.of(heading.mark()) + heading.text());
    var reference = heading.reference().map(it -> "  " + Texts.line(it)).orElse("");
    if (words.isEmpty() && reference.isBlank()) {
      return;
    }
    var room = HEADER - Math.min(HEADER / 2, Texts.length(reference));
    var text = Texts.upTo(HEADER, Texts.upTo(room, words) + reference).strip();
    var plain = PlainTextObject.builder().text(text).emoji(false).build();
    placed.add(new Placed(HeaderBlock.builder().text(plain).build(), 1, Texts.length(text)));
    if (Texts.length(words) > room) {
      line(lines.bold(words));
    }
  }

  private void buttons(List<Block.Button> all) {
    var elements = buttons.elements(all.stream().map(lines::label).toList());
    all.stream().filter(it -> !Buttons.fits(it)).forEach(it -> line(lines.typed(it)));
    closeLines();
    if (!elements.isEmpty()) {
      placed.add(new Placed(ActionsBlock.builder().elements(elements).build(), 1, 0));
    }
  }

  /** Lines have no buttons of their own: those of a list stand together below it. */
  private void row(Lines.Line line, Block.Button button) {
    if (openRows.size() == MOST_BUTTONS) {
      closeLines();
    }
    line(line);
    openRows.add(button);
  }

  private void line(Lines.Line line) {
    if (line.elements().isEmpty()) {
      return;
    }
    if (length(open) + line.length() + 1 > TEXT) {
      closeLines();
    }
    open.add(line);
  }

  private void closeLines() {
    if (!open.isEmpty()) {
      placeLines();
    }
    var rows = List.copyOf(openRows);
    openRows.clear();
    if (!rows.isEmpty()) {
      buttons(rows);
    }
  }

  private void placeLines() {
    var elements = new ArrayList<RichTextElement>();
    for (var line : open) {
      if (!elements.isEmpty()) {
        elements.add(RichTextSectionElement.Text.builder().text("\n").build());
      }
      elements.addAll(line.elements());
    }
    var section = RichTextSectionElement.builder().elements(elements).build();
    var block = RichTextBlock.builder().elements(List.of(section)).build();
    placed.add(new Placed(block, open.size(), length(open)));
    open.clear();
  }

  private static int length(List<Lines.Line> lines) {
    return lines.stream().mapToInt(line -> line.length() + 1).sum();
  }
}
