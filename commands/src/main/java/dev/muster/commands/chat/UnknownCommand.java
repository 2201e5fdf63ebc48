package dev.muster.commands.chat;

import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What answers words that name no command: the nearest ones, ready to click. */
final class UnknownCommand implements Command {

  private static final int MAX_BUTTONS = 4;
  private static final int MAX_ECHO = 60;

  private final CommandTable table;
  private final String area;

  UnknownCommand(CommandTable table, String area) {
    this.table = table;
    this.area = area;
  }

  @Override
  public String name() {
    return "unknown";
  }

  @Override
  public String summary() {
    return "";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.empty();
  }

  @Override
  public Reply run(Invocation invocation, List<String> words) {
    var typed = words.getFirst();
    var rest = words.size() > 1 ? " " + String.join(" ", words.subList(1, words.size())) : "";
    var prefix = area.isEmpty() ? "/" : "/" + area + " ";
    var near = candidates(typed).map(word -> prefix + word + rest).limit(MAX_BUTTONS).toList();
    return Reply.error(
        Reply.Error.UNKNOWN_COMMAND, near.isEmpty() ? lost(typed) : suggest(typed, near));
  }

  /** A verb without its area, such as {@code ack}, before words that are only near. */
  private Stream<String> candidates(String typed) {
    return area.isEmpty()
        ? Stream.concat(
            table.withVerb(typed).stream(),
            NearestWords.nearest(typed, table.firstWords()).stream())
        : NearestWords.nearest(typed, table.verbs(area)).stream();
  }

  private Message lost(String typed) {
    var help = area.isEmpty() ? "/help" : "/" + area + " help";
    return Message.of(
        "I don't know \"" + shorten(typed) + "\". Try " + help,
        Block.line(Span.text("I don't know \"" + shorten(typed) + "\".")),
        Block.line(Span.text("What I know: "), Span.code(help)),
        new Block.Buttons(List.of(Block.Button.primary("Help", help))));
  }

  private static Message suggest(String typed, List<String> near) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        Block.line(
            Span.text("I don't know \"" + shorten(typed) + "\". Did you mean "),
            Span.code(near.getFirst()),
            Span.text(" ?")));
    var buttons = new ArrayList<Block.Button>();
    buttons.add(Block.Button.primary("Yes, do it", near.getFirst()));
    near.stream().skip(1).forEach(other -> buttons.add(Block.Button.of(shorten(other), other)));
    blocks.add(new Block.Buttons(buttons));
    return new Message(
        "I don't know \"" + shorten(typed) + "\". Did you mean " + near.getFirst() + " ?", blocks);
  }

  private static String shorten(String text) {
    return text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…";
  }
}
