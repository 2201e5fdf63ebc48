package dev.muster.commands.permission;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Filter;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.chat.Router;
import dev.muster.commands.people.Directory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Leaves the buttons that its reader may not use out of what nobody else sees. A message that
 * everybody reads keeps them: whoever may not is told who may. Thread-safe.
 *
 * @param meant the command that a button stands for
 */
public record OwnButtons(Function<Invocation, Request> meant, Directory directory)
    implements Filter {

  public static OwnButtons of(CommandTable table, Directory directory) {
    return new OwnButtons(new Router(table, List.of())::resolve, directory);
  }

  @Override
  public Reply filter(Request request, Supplier<Reply> next) {
    var reply = next.get();
    return reply.isPrivate() ? reply.saying(left(reply.message(), request.invocation())) : reply;
  }

  /** With the buttons of this reader. */
  public Message left(Message message, Invocation reader) {
    var verdicts = new HashMap<Alike, Boolean>();
    Predicate<Button> may = button -> may(button, reader, verdicts);
    var blocks = message.blocks().stream().flatMap(block -> left(block, may)).toList();
    return new Message(message.fallback(), blocks);
  }

  private static Stream<Block> left(Block block, Predicate<Button> may) {
    return switch (block) {
      case Block.Row(var spans, var open) ->
          Stream.of(may.test(open) ? block : new Block.Line(spans));
      case Block.Buttons(var all) -> {
        var left = all.stream().filter(may).toList();
        yield left.isEmpty() ? Stream.empty() : Stream.of(new Block.Buttons(left));
      }
      case Block.Heading _, Block.Line _, Block.Fields _ -> Stream.of(block);
    };
  }

  private boolean may(Button button, Invocation reader, Map<Alike, Boolean> verdicts) {
    var request = meant.apply(reader.saying(button.command()));
    var command = request.command();
    var alike = new Alike(command.name(), command.decisive(request.arguments()));
    return verdicts.computeIfAbsent(alike, _ -> command.isFor(request, directory));
  }

  /** A list of many lines asks once. */
  private record Alike(String command, List<String> words) {}
}
