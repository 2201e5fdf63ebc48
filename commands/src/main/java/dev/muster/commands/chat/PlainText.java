package dev.muster.commands.chat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A message as lines of plain text, for scripts, terminals and logs. */
public final class PlainText {

  private final DateTimeFormatter time;

  /** Times are shown as this zone's wall clock. */
  public PlainText(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("d MMM HH:mm zzz", Locale.ENGLISH).withZone(zone);
  }

  public String render(Message message) {
    return message.blocks().stream().map(this::block).collect(Collectors.joining("\n"));
  }

  private String block(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          mark(heading.mark())
              + heading.text()
              + heading.reference().map(reference -> " " + reference).orElse("");
      case Block.Line(var spans) -> spans.stream().map(this::span).collect(Collectors.joining());
      case Block.Row(var spans, _) -> spans.stream().map(this::span).collect(Collectors.joining());
      case Block.Fields(var fields) ->
          fields.stream()
              .map(field -> field.name() + ": " + field.value())
              .collect(Collectors.joining("\n"));
      case Block.Buttons(var buttons) ->
          buttons.stream()
              .map(button -> "[ " + button.label() + " ]")
              .collect(Collectors.joining(" "));
    };
  }

  private String span(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> text;
      case Span.Strong(var text) -> text;
      case Span.Code(var text) -> text;
      case Span.Link(var text, var url) -> text + " " + url;
      case Span.Time(var at) -> time.format(at);
      case Span.Mention(_, var name) -> name;
      case Span.Channel(_, var name) -> "#" + name;
    };
  }

  private static String mark(Block.Mark mark) {
    return switch (mark) {
      case CRITICAL -> "🔴 ";
      case HIGH -> "🔺 ";
      case MEDIUM -> "🔶 ";
      case LOW -> "🔵 ";
      case INFO -> "⚪ ";
      case RESOLVED -> "✅ ";
      case NONE -> "";
    };
  }
}
