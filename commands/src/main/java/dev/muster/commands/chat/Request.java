package dev.muster.commands.chat;

import java.util.List;

/** An invocation with the command that it means and the words that follow the command's name. */
public record Request(Invocation invocation, Command command, List<String> arguments) {

  public Request {
    arguments = List.copyOf(arguments);
  }
}
