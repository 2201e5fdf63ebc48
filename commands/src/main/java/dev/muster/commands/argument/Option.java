package dev.muster.commands.argument;

import java.util.List;

/**
 * A value with a name: {@code name:value} or {@code --name value}.
 *
 * @param example a value as somebody could type it
 */
public record Option<T>(String name, List<String> aliases, String example, Reader<T> reader) {

  public Option {
    aliases = List.copyOf(aliases);
  }

  /** As the help shows it. */
  public String shown() {
    return name + ":" + example;
  }
}
