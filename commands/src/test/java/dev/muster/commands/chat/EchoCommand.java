package dev.muster.commands.chat;

import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** Answers with its name and with what follows it. */
record EchoCommand(String name, List<String> aliases, Optional<Right> needs) implements Command {

  static EchoCommand named(String name, String... aliases) {
    return new EchoCommand(name, List.of(aliases), Optional.empty());
  }

  static EchoCommand needing(String right, String name, String... aliases) {
    return new EchoCommand(name, List.of(aliases), Optional.of(Right.parse(right)));
  }

  @Override
  public String arguments() {
    return "[words]";
  }

  @Override
  public String summary() {
    return "Says it again";
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return Reply.toAsker(Message.of(name + arguments));
  }
}
