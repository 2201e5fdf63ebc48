package dev.muster.commands.chat;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
  public String summary() {
    return "Shows what you can do";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.empty();
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var wanted = String.join(" ", arguments).strip();
    var mine =
        table.get().all().stream()
            .filter(command -> isAllowed(invocation, command))
            .filter(command -> wanted.isEmpty() || isUnder(command, wanted))
            .toList();
    return mine.isEmpty() ? nothing(wanted) : Reply.toAsker(list(mine, wanted.isEmpty()));
  }

  private boolean isAllowed(Invocation invocation, Command command) {
    return command.decide(invocation.actor(), directory).isAllowed();
  }

  private static boolean isUnder(Command command, String wanted) {
    return command.name().equals(wanted) || command.name().startsWith(wanted + " ");
  }

  private static Reply nothing(String wanted) {
    return Reply.error(
        Reply.Error.UNKNOWN_COMMAND,
        Message.of(
            "No command is called \"" + wanted + "\".",
            Block.line("No command of yours is called \"" + wanted + "\"."),
            Block.line(Span.text("All that you can do: "), Span.code("/help"))));
  }

  private static Message list(List<Command> commands, boolean everything) {
    var blocks = new ArrayList<Block>();
    for (var command : commands) {
      var usage =
          CommandTable.typed(command.name())
              + (command.arguments().isEmpty() ? "" : " " + command.arguments());
      blocks.add(Block.line(Span.code(usage), Span.text("  " + command.summary())));
    }
    if (everything) {
      blocks.add(Block.line("In an incident's thread the number can be left out."));
    }
    return new Message("What you can do", blocks);
  }
}
