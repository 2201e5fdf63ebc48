package dev.muster.commands.chat;

import dev.muster.commands.alert.CanonicalSeverity;
import java.util.List;
import java.util.Optional;

/** A part of a message, from top to bottom. */
public sealed interface Block {

  /**
   * The first line, enough on a lock screen: a mark, the words, and at the far end a reference such
   * as {@code #1042}.
   */
  record Heading(Mark mark, String text, Optional<String> reference) implements Block {}

  /** One line of text. */
  record Line(List<Span> spans) implements Block {
    public Line {
      spans = List.copyOf(spans);
    }
  }

  /**
   * A line of a list, which leads on to what it is about: the whole of it where a platform can,
   * else a button.
   */
  record Row(List<Span> spans, Button open) implements Block {
    public Row {
      spans = List.copyOf(spans);
    }
  }

  /** Name and value pairs, such as an alert's labels. */
  record Fields(List<Field> fields) implements Block {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  record Field(String name, String value) {}

  /** At most four buttons, the likeliest first. */
  record Buttons(List<Button> buttons) implements Block {
    public Buttons {
      if (buttons.size() > 4) {
        throw new IllegalArgumentException("at most four buttons");
      }
      buttons = List.copyOf(buttons);
    }
  }

  /**
   * A click is the command that the button carries, said by whoever clicks.
   *
   * @param confirm a question to be answered before it is carried out
   */
  record Button(String label, String command, boolean primary, Optional<String> confirm) {
    public static Button of(String label, String command) {
      return new Button(label, command, false, Optional.empty());
    }

    public static Button primary(String label, String command) {
      return new Button(label, command, true, Optional.empty());
    }
  }

  /** What a heading says at a glance; the word always stands beside the mark. */
  enum Mark {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO,
    RESOLVED,
    NONE;

    public static Mark of(CanonicalSeverity severity) {
      return switch (severity) {
        case CRITICAL -> CRITICAL;
        case HIGH -> HIGH;
        case MEDIUM -> MEDIUM;
        case LOW -> LOW;
        case INFO -> INFO;
      };
    }
  }

  static Line line(Span... spans) {
    return new Line(List.of(spans));
  }

  static Line line(String text) {
    return line(Span.text(text));
  }
}
