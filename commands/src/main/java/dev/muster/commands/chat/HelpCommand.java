package dev.muster.commands.chat;

import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.people.Right;
import dev.muster.runbooks.text.NearestWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what the asker may do here. */
public final class HelpCommand implements Command {

  private final Supplier<CommandTable> table;
  private final Directory directory;

  /**
   * @param table asked only when somebody needs help, since this command stands in it itself
   */
  public HelpCommand(Supplier<CommandTable> table, Directory directory) {
    this.table = table;
    this.directory = directory;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String arguments() {
    return "[command]";
  }

  @Override
  public List<Parameter> parameters() {
    var asked = new Asked("Command", "incident ack", new Input.Pick(this::names), Check.NONE);
    return List.of(Parameter.text("command", asked));
  }

  /** The areas, then every command. */
  private List<Choice> names(Person asker) {
    var mine =
        table.get().all().stream()
            .filter(command -> command.decide(asker, directory).isAllowed())
            .toList();
    var areas =
        mine.stream()
            .map(Command::name)
            .filter(name -> name.contains(" "))
            .map(name -> name.substring(0, name.indexOf(' ')))
            .distinct()
            .map(Choice::of);
    var all = mine.stream().map(command -> new Choice(command.name(), command.summary()));
    return Stream.concat(areas, all).toList();
  }

  @Override
  public String summary() {
    return "Shows what you can do";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.empty();
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var wanted = plain(arguments);
    var mine = new ArrayList<Command>();
    var others = new LinkedHashMap<Command, Refusal>();
    for (var command : table.get().all()) {
      switch (command.decide(invocation.actor(), directory)) {
        case Decision.Open _, Decision.Granted _ -> mine.add(command);
        case Decision.Refused(var refusal) -> others.put(command, refusal);
      }
    }
    var meant = mine.stream().filter(command -> isMeant(command, wanted)).toList();
    if (!meant.isEmpty()) {
      return Reply.toAsker(wanted.isEmpty() ? overview(mine) : list(meant));
    }
    others.keySet().removeIf(command -> !isMeant(command, wanted));
    return others.isEmpty() ? nothing(wanted, mine) : Reply.toAsker(refused(others));
  }

  /** What is asked for by its name is explained, with who may do it. */
  private static Message refused(Map<Command, Refusal> commands) {
    var blocks = new ArrayList<Block>();
    commands.forEach((command, refusal) -> {
      blocks.add(usage(command));
      blocks.add(Block.line("You can't run it. " + refusal.needs() + " " + refusal.whoHasIt()));
    });
    var names =
        commands.keySet().stream()
            .map(command -> CommandTable.typed(command.name()))
            .collect(Collectors.joining(", "));
    return new Message("You can't run " + names, blocks);
  }

  /** As it stands in the table: without the slash and the root command. */
  private static String plain(List<String> typed) {
    var words = String.join(" ", typed).strip().toLowerCase(Locale.ROOT);
    return words.replaceFirst("^/?(?:" + CommandTable.ROOT + "\\b)?\\s*/?", "");
  }

  /** A verb alone is meant in each area that has it. */
  private static boolean isMeant(Command command, String wanted) {
    return wanted.isEmpty() || command.name().startsWith(wanted + " ") || isNamed(command, wanted);
  }

  private static boolean isNamed(Command command, String wanted) {
    return CommandTable.words(command).anyMatch(wanted::equals);
  }

  private static Reply nothing(String wanted, List<Command> mine) {
    var words = mine.stream().flatMap(CommandTable::words).distinct().toList();
    var near = NearestWords.nearest(wanted, words).stream().map(word -> "/help " + word).toList();
    var problem = "No command of yours is called \"" + wanted + "\".";
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(problem));
    near.stream()
        .findFirst()
        .ifPresent(first ->
            blocks.add(Block.line(Span.text("Did you mean "), Span.code(first), Span.text(" ?"))));
    blocks.add(Block.line(Span.text("All that you can do: "), Span.code("/help")));
    var buttons = Stream.concat(near.stream(), Stream.of("/help")).map(it -> Button.of(it, it));
    blocks.add(new Block.Buttons(buttons.toList()));
    return Reply.error(Reply.Error.UNKNOWN_COMMAND, new Message(problem, blocks));
  }

  /** Short enough for a phone: a line an area, which leads on to all of it. */
  private static Message overview(List<Command> commands) {
    var areas = new LinkedHashMap<String, List<Command>>();
    commands.forEach(one -> areas.computeIfAbsent(area(one), _ -> new ArrayList<>()).add(one));
    var alone = Objects.requireNonNullElse(areas.remove(""), List.<Command>of());
    var blocks = new ArrayList<Block>();
    areas.forEach((area, all) -> blocks.add(row(area, all)));
    if (!alone.isEmpty()) {
      var spans = new ArrayList<Span>();
      alone.forEach(one -> {
        spans.add(Span.code(CommandTable.typed(one.name())));
        spans.add(Span.text("  "));
      });
      spans.removeLast();
      blocks.add(new Block.Line(spans));
    }
    blocks.add(
        Block.line(
            Span.text("What one of them takes: "),
            Span.code("/help " + commands.getFirst().name())));
    blocks.add(Block.line("In an incident's thread the number can be left out."));
    return new Message("What you can do", blocks);
  }

  private static Block row(String area, List<Command> commands) {
    var verbs =
        commands.stream()
            .map(one -> one.name().substring(area.length() + 1))
            .collect(Collectors.joining(", "));
    var more = "/help " + area;
    return new Block.Row(
        List.of(Span.code(CommandTable.typed(area)), Span.text("  " + verbs)),
        Button.of(more, more));
  }

  private static String area(Command command) {
    var space = command.name().indexOf(' ');
    return space < 0 ? "" : command.name().substring(0, space);
  }

  private static Message list(List<Command> commands) {
    var blocks = new ArrayList<Block>();
    commands.stream().map(HelpCommand::usage).forEach(blocks::add);
    return new Message("What you can do", blocks);
  }

  private static Block usage(Command command) {
    var usage =
        CommandTable.typed(command.name())
            + (command.arguments().isEmpty() ? "" : " " + command.arguments());
    return Block.line(Span.code(usage), Span.text("  " + command.summary()));
  }
}
