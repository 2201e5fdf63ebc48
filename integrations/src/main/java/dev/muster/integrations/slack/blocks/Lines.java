package dev.muster.integrations.slack.blocks;

import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lines of text as elements of {@code rich_text}. */
final class Lines {

  /** Of one line; what is longer is cut. */
  private static final int MOST = 2_000;

  private static final int MOST_URL = 3_000;

  /** Slack's own words, such as "today 2:32 PM", in the reader's zone. */
  private static final String TIME = "{date_short_pretty} {time}";

  private final DateTimeFormatter words;

  private final Function<PersonId, Optional<String>> users;
  private final CommandNames names;

  Lines(ZoneId zone, Function<PersonId, Optional<String>> users, CommandNames names) {
    this.users = users;
    this.names = names;
    this.words = DateTimeFormatter.ofPattern("d MMM HH:mm zzz", Locale.ENGLISH).withZone(zone);
  }

  /** A line with what it counts towards the limits. */
  record Line(List<RichTextElement> elements, int length) {}

  Line of(List<Span> spans) {
    var elements = new ArrayList<RichTextElement>();
    var left = MOST;
    for (var span : joined(spans)) {
      if (left > 0 && !shown(span).isEmpty()) {
        elements.add(element(span, left));
        left -= Math.min(left, Texts.length(shown(span)));
      }
    }
    return new Line(elements, MOST - left);
  }

  /** Who is nobody there stands with the name, in one piece with the text around it. */
  private List<Span> joined(List<Span> spans) {
    var joined = new ArrayList<Span>();
    var isName = false;
    for (var span : spans) {
      var name = nameOnly(span);
      if (isName || name.isPresent()) {
        append(joined, name.map(Span::text).orElse(span));
      } else {
        joined.add(span);
      }
      isName = name.isPresent();
    }
    return joined;
  }

  private Optional<String> nameOnly(Span span) {
    return span instanceof Span.Mention(var person, var name) && users.apply(person).isEmpty()
        ? Optional.of(name)
        : Optional.empty();
  }

  private static void append(List<Span> joined, Span span) {
    if (span instanceof Span.Plain(var text)
        && !joined.isEmpty()
        && joined.getLast() instanceof Span.Plain(var before)) {
      joined.set(joined.size() - 1, Span.text(before + text));
    } else {
      joined.add(span);
    }
  }

  Line of(Block.Field field) {
    return of(List.of(Span.strong(field.name() + ": "), Span.text(field.value())));
  }

  /** For a button that cannot be: what to type instead. */
  Line typed(Block.Button button) {
    return of(List.of(Span.text(button.label() + ": type "), Span.code(button.command())));
  }

  /** A label that says what is typed, as it is typed here. */
  Block.Button label(Block.Button button) {
    return new Block.Button(
        names.shown(button.label()), button.command(), button.primary(), button.confirm());
  }

  Line more(int count) {
    return of(List.of(Span.text("and " + count + " more")));
  }

  Line bold(String text) {
    return of(List.of(Span.strong(text)));
  }

  private String shown(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> names.shown(text);
      case Span.Strong(var text) -> text;
      case Span.Code(var text) -> names.shown(text);
      case Span.Link(var text, var url) -> text.isBlank() ? url : text;
      case Span.Time(var at) -> words.format(at);
      case Span.Mention(_, var name) -> name;
      case Span.Channel(_, var name) -> "#" + name;
    };
  }

  private RichTextElement element(Span span, int most) {
    var shown = Texts.upTo(most, shown(span));
    return switch (span) {
      case Span.Plain _ -> text(shown, null);
      case Span.Strong _ -> text(shown, TextStyle.builder().bold(true).build());
      case Span.Code _ -> text(shown, TextStyle.builder().code(true).build());
      case Span.Link(_, var url) -> isLink(url) ? link(shown, url) : text(shown, null);
      case Span.Time(var at) -> date(at);
      case Span.Mention(var person, _) ->
          users.apply(person).map(Lines::user).orElseGet(() -> text(shown, null));
      case Span.Channel(var id, _) ->
          RichTextSectionElement.Channel.builder().channelId(id).build();
    };
  }

  private static RichTextElement text(String text, @Nullable TextStyle style) {
    return RichTextSectionElement.Text.builder().text(text).style(style).build();
  }

  private static RichTextElement user(String id) {
    return RichTextSectionElement.User.builder().userId(id).build();
  }

  private static RichTextElement link(String text, String url) {
    return RichTextSectionElement.Link.builder().text(text).url(url).build();
  }

  private RichTextElement date(Instant at) {
    return RichTextSectionElement.Date.builder()
        .timestamp(Math.toIntExact(at.getEpochSecond()))
        .format(TIME)
        .fallback(words.format(at))
        .build();
  }

  private static boolean isLink(String url) {
    return url.matches("https?://\\S+") && url.length() <= MOST_URL;
  }
}
