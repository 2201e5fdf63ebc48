package dev.muster.commands.testing;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message as it looks on a phone: text in a column of 36 characters, buttons below it. */
public final class Screen {

  private static final int COLUMN = 36;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

  private Screen() {}

  /** Lines that are too long go on below. */
  public static String phone(Message message) {
    return lines(message)
        .flatMap(line -> wrap(line).stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** One line a block, however long. */
  public static String wide(Message message) {
    return lines(message).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> lines(Message message) {
    return message.blocks().stream().map(Screen::render);
  }

  private static String render(Block block) {
    return switch (block) {
      case Block.Heading(var mark, var text, var reference) ->
          "(" + mark + ") " + text + reference.map(to -> " " + to).orElse("");
      case Block.Line(var spans) ->
          spans.stream().map(Screen::render).collect(Collectors.joining());
      case Block.Row(var spans, _) ->
          spans.stream().map(Screen::render).collect(Collectors.joining("", "", " ›"));
      case Block.Fields(var fields) ->
          fields.stream()
              .map(field -> field.name() + "=" + field.value())
              .collect(Collectors.joining(" "));
      case Block.Buttons(var buttons) ->
          buttons.stream().map(Screen::render).collect(Collectors.joining(" "));
    };
  }

  private static String render(Block.Button button) {
    return button.primary() ? "[*" + button.label() + "*]" : "[" + button.label() + "]";
  }

  private static String render(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> text;
      case Span.Strong(var text) -> text;
      case Span.Code(var text) -> "`" + text + "`";
      case Span.Link(var text, _) -> text + "↗";
      case Span.Time(Instant at) -> TIME.format(at);
      case Span.Mention(_, var name) -> name;
      case Span.Channel(_, var name) -> "#" + name;
    };
  }

  private static List<String> wrap(String line) {
    var wrapped = new ArrayList<String>();
    var current = new StringBuilder();
    for (var word : line.split(" ", -1)) {
      if (!current.isEmpty() && current.length() + 1 + word.length() > COLUMN) {
        wrapped.add(current.toString());
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    wrapped.add(current.toString());
    return wrapped;
  }
}
