package dev.muster.commands.chat;

import dev.muster.commands.people.Right;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.text.NearestWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What answers words that name no command: the nearest ones, ready to click. */
final class UnknownCommand implements Command {

  private static final int MAX_BUTTONS = 4;

  /** A number without the space before it, such as {@code ack8}. */
  private static final Pattern GLUED = Pattern.compile("(?<word>\\p{L}+)(?<number>#?\\d{1,18})");

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
  public boolean takes(List<String> words) {
    return true;
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
    if (isTurnedRound(words)) {
      var again = new ArrayList<>(words.subList(1, words.size()));
      again.add(1, words.getFirst());
      return answer(again, "The number comes behind the verb.");
    }
    return answer(words, "I don't know \"" + Words.echo(words.getFirst()) + "\".");
  }

  /** Whether a number stands before its verb, as in {@code /incident 8 ack}. */
  boolean isTurnedRound(List<String> words) {
    return !area.isEmpty()
        && words.size() > 1
        && words.getFirst().matches("#?\\d[\\d-]*")
        && candidates(words.get(1)).findAny().isPresent();
  }

  private Reply answer(List<String> words, String problem) {
    var typed = words.getFirst();
    var rest = words.size() > 1 ? " " + String.join(" ", words.subList(1, words.size())) : "";
    var prefix = area.isEmpty() ? "" : area + " ";
    var near =
        meant(typed)
            .map(word -> CommandTable.typed(prefix + word) + rest)
            .distinct()
            .limit(MAX_BUTTONS)
            .toList();
    return Reply.error(
        Reply.Error.UNKNOWN_COMMAND, near.isEmpty() ? lost(typed) : suggest(problem, near));
  }

  private Stream<String> meant(String typed) {
    var glued = GLUED.matcher(typed);
    return glued.matches()
        ? candidates(glued.group("word")).map(word -> word + " " + glued.group("number"))
        : candidates(typed);
  }

  /** What is meant for certain before words that are only near. */
  private Stream<String> candidates(String typed) {
    var lower = typed.toLowerCase(Locale.ROOT);
    if (area.isEmpty()) {
      var near = NearestWords.nearest(lower, table.firstWords()).stream();
      return Stream.of(listOf(lower).stream(), table.withVerb(lower).stream(), near)
          .flatMap(words -> words);
    }
    var verbs = table.verbs(area);
    var known = verbs.stream().filter(lower::equals);
    return Stream.concat(known, NearestWords.nearest(lower, verbs).stream());
  }

  /** Who says {@code incidents} wants to see them. */
  private Optional<String> listOf(String typed) {
    return Optional.of(typed)
        .filter(word -> word.endsWith("s"))
        .map(word -> word.substring(0, word.length() - 1) + " list")
        .filter(name -> table.find(name).isPresent());
  }

  private Message lost(String typed) {
    var help = area.isEmpty() ? "/help" : CommandTable.typed(area + " help");
    return Message.of(
        "I don't know \"" + Words.echo(typed) + "\". Try " + help,
        Block.line(Span.text("I don't know \"" + Words.echo(typed) + "\".")),
        Block.line(Span.text("What I know: "), Span.code(help)),
        new Block.Buttons(List.of(Block.Button.primary("Help", help))));
  }

  private static Message suggest(String problem, List<String> near) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        Block.line(
            Span.text(problem + " Did you mean "), Span.code(near.getFirst()), Span.text(" ?")));
    var buttons = new ArrayList<Block.Button>();
    buttons.add(Block.Button.primary("Yes, do it", near.getFirst()));
    near.stream().skip(1).forEach(other -> buttons.add(Block.Button.of(Words.echo(other), other)));
    blocks.add(new Block.Buttons(buttons));
    return new Message(problem + " Did you mean " + near.getFirst() + " ?", blocks);
  }
}
