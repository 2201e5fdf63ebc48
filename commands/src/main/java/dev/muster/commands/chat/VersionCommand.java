package dev.muster.commands.chat;

import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** Says which Muster this is. */
public record VersionCommand(String version) implements Command {

  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "Says which Muster this is";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.empty();
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return Reply.toAsker(Message.of("Muster " + version));
  }
}
