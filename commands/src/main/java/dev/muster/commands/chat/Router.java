package dev.muster.commands.chat;

import dev.muster.commands.text.Words;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the command that an invocation means and runs it behind the filters. Thread-safe. */
public final class Router {

  /** A number in place of a verb asks to see what is called so. */
  private static final Pattern NUMBER = Pattern.compile("#?\\d{1,18}(?:-\\d{1,18})?");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final CommandTable table;
  private final List<Filter> filters;
  private final Command help;

  /**
   * @param filters in the order in which an invocation passes them
   */
  public Router(CommandTable table, List<Filter> filters) {
    this.table = table;
    this.filters = List.copyOf(filters);
    this.help = table.find("help").orElseThrow();
  }

  public Reply handle(Invocation invocation) {
    var request = resolve(invocation);
    Supplier<Reply> chain = () -> run(request);
    for (var filter : filters.reversed()) {
      var next = chain;
      chain = () -> filter.filter(request, next);
    }
    return chain.get();
  }

  private static Reply run(Request request) {
    var command = request.command();
    var words = request.arguments();
    return command.takes(words)
        ? command.run(request.invocation(), words)
        : superfluous(command, words);
  }

  private static Reply superfluous(Command command, List<String> words) {
    var name = CommandTable.typed(command.name());
    var problem = "I don't know \"" + Words.echo(String.join(" ", words)) + "\": ";
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            problem + name + " takes nothing behind it. Nothing was done. Write " + name,
            Block.line(Span.text(problem), Span.code(name), Span.text(" takes nothing behind it.")),
            Block.line(Span.text("Nothing was done. Write "), Span.code(name)),
            new Block.Buttons(List.of(Block.Button.primary(name, name)))));
  }

  /** The command that is meant, before any filter has seen it. */
  public Request resolve(Invocation invocation) {
    var words = words(invocation.text());
    if (words.isEmpty()) {
      return new Request(invocation, help, List.of());
    }
    var first = words.removeFirst();
    var alone = table.find(first);
    if (alone.isPresent()) {
      return named(invocation, alone.get(), List.copyOf(words));
    }
    var area = first.toLowerCase(Locale.ROOT);
    if (table.inArea(area).isEmpty()) {
      words.addFirst(first);
      return new Request(invocation, new UnknownCommand(table, ""), List.copyOf(words));
    }
    return inArea(invocation, area, words);
  }

  private Request inArea(Invocation invocation, String area, Deque<String> words) {
    if (words.isEmpty() || words.peekFirst().equalsIgnoreCase("help")) {
      var behind = words.stream().skip(1);
      return new Request(invocation, help, Stream.concat(Stream.of(area), behind).toList());
    }
    if (NUMBER.matcher(words.peekFirst()).matches()) {
      return numbered(invocation, area, List.copyOf(words));
    }
    var command = table.find(area + " " + words.peekFirst());
    if (command.isEmpty()) {
      return new Request(invocation, new UnknownCommand(table, area), List.copyOf(words));
    }
    words.removeFirst();
    return named(invocation, command.get(), List.copyOf(words));
  }

  /** Behind a command that takes nothing, {@code help} asks what it does. */
  private Request named(Invocation invocation, Command command, List<String> words) {
    var isHelp = words.size() == 1 && words.getFirst().equalsIgnoreCase("help");
    return isHelp && !command.takes(words)
        ? new Request(invocation, help, List.of(command.name().split(" ")))
        : new Request(invocation, command, words);
  }

  /** A number alone is shown; before a verb it stands in the wrong place. */
  private Request numbered(Invocation invocation, String area, List<String> words) {
    var unknown = new UnknownCommand(table, area);
    var show = table.find(area + " show").filter(_ -> !unknown.isTurnedRound(words));
    return new Request(invocation, show.orElse(unknown), words);
  }

  /** Without the slash and the root command. */
  private static Deque<String> words(String text) {
    var plain = text.strip();
    var words =
        new ArrayDeque<>(
            Arrays.asList(BLANKS.split(plain.startsWith("/") ? plain.substring(1) : plain)));
    words.removeIf(String::isEmpty);
    if (!words.isEmpty() && words.peekFirst().equalsIgnoreCase(CommandTable.ROOT)) {
      words.removeFirst();
    }
    return words;
  }
}
