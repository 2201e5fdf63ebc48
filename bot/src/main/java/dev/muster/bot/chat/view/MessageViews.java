package dev.muster.bot.chat.view;

import dev.muster.bot.chat.view.BlockView.ButtonView;
import dev.muster.bot.chat.view.BlockView.Pair;
import dev.muster.bot.chat.view.BlockView.SpanView;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.PersonId;
import java.util.List;
import java.util.Locale;

/** Turns neutral messages into what the templates show to one reader. Immutable. */
public final class MessageViews {

  private final Times times;
  private final Directory directory;

  public MessageViews(Times times, Directory directory) {
    this.times = times;
    this.directory = directory;
  }

  public List<MessageView> of(List<ChatMessage> messages) {
    return messages.stream().map(this::of).toList();
  }

  public MessageView of(ChatMessage message) {
    var root = message.thread().orElse(message.id());
    return new MessageView(
        message.id(),
        message.channel(),
        root,
        message.message().fallback(),
        message.author().map(this::name).orElse(""),
        mark(message.message()),
        times.of(message.postedAt()),
        message.editedAt().map(times::of).orElse(null),
        blocks(message.message()),
        message.replies(),
        Links.thread(message.channel(), root));
  }

  public List<BlockView> blocks(Message message) {
    return message.blocks().stream().map(this::block).toList();
  }

  private String name(String author) {
    return directory.find(new PersonId(author)).map(person -> person.name()).orElse(author);
  }

  private static String mark(Message message) {
    return message.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(heading -> word(((Block.Heading) heading).mark()))
        .findFirst()
        .orElse("none");
  }

  public List<SpanView> spans(List<Span> spans) {
    return spans.stream().map(this::span).toList();
  }

  private BlockView block(Block block) {
    return switch (block) {
      case Block.Heading(var mark, var text, var reference) ->
          new BlockView.Heading(word(mark), text, reference.orElse(""));
      case Block.Line(var spans) -> new BlockView.Line(spans(spans));
      case Block.Row(var spans, var open) ->
          new BlockView.Row(spans(spans), button(open), verb(open.command()));
      case Block.Fields(var fields) ->
          new BlockView.Fields(
              fields.stream().map(field -> new Pair(field.name(), field.value())).toList());
      case Block.Buttons(var buttons) ->
          new BlockView.Buttons(buttons.stream().map(MessageViews::button).toList());
    };
  }

  /** What a click does, in a word: {@code /runbook status 7} shows, {@code /help ops} helps. */
  private static String verb(String command) {
    var words = command.strip().split(" ", 3);
    var second = words.length < 2 || words[1].equals("status") ? "show" : words[1];
    var verb = words[0].equals("/help") ? "help" : second;
    return Character.toUpperCase(verb.charAt(0)) + verb.substring(1);
  }

  private static ButtonView button(Block.Button button) {
    return new ButtonView(
        button.label(), button.command(), button.primary(), button.confirm().orElse(""));
  }

  private SpanView span(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> new SpanView("plain", text, "", null);
      case Span.Strong(var text) -> new SpanView("strong", text, "", null);
      case Span.Code(var text) -> new SpanView("code", text, "", null);
      case Span.Link(var text, var url) ->
          Links.isWeb(url)
              ? new SpanView("link", text, url, null)
              : new SpanView("plain", text, "", null);
      case Span.Time(var at) -> new SpanView("time", "", "", times.of(at));
      case Span.Mention(_, var name) -> new SpanView("plain", name, "", null);
      case Span.Channel(_, var name) -> new SpanView("plain", "#" + name, "", null);
    };
  }

  private static String word(Block.Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }
}
