package dev.muster.bot.chat.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block as a template shows it: {@code kind} chooses the markup. */
public sealed interface BlockView {

  String kind();

  /**
   * The first line.
   *
   * @param mark the shape's name; {@code none} for none
   * @param reference empty for none
   */
  record Heading(String mark, String text, String reference) implements BlockView {
    @Override
    public String kind() {
      return "heading";
    }
  }

  /** One line of text. */
  record Line(List<SpanView> spans) implements BlockView {
    @Override
    public String kind() {
      return "line";
    }
  }

  /**
   * A line that is a button as a whole.
   *
   * @param verb what a click does
   */
  record Row(List<SpanView> spans, ButtonView open, String verb) implements BlockView {
    @Override
    public String kind() {
      return "row";
    }
  }

  /** Pairs of name and value. */
  record Fields(List<Pair> pairs) implements BlockView {
    @Override
    public String kind() {
      return "fields";
    }
  }

  record Pair(String name, String value) {}

  /** A row of buttons. */
  record Buttons(List<ButtonView> buttons) implements BlockView {
    @Override
    public String kind() {
      return "buttons";
    }
  }

  /**
   * A button.
   *
   * @param confirm the question that comes first; empty for none
   */
  record ButtonView(String label, String command, boolean primary, String confirm) {}

  /** A piece of a line: plain, strong, code, link or time. */
  record SpanView(String kind, String text, String href, @Nullable TimeView time) {}
}
