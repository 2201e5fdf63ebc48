package dev.muster.commands.argument;

import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import java.util.List;
import java.util.function.Function;

/**
 * A value with a name: {@code name:value} or {@code --name value}.
 *
 * @param example a value as somebody could type it; empty for what only buttons say
 */
public record Option<T>(
    String name, List<String> aliases, String example, Input input, Reader<T> reader) {

  public Option {
    aliases = List.copyOf(aliases);
  }

  /** Whether its value is words, as many as somebody likes. */
  boolean isText() {
    return input instanceof Input.Line || input instanceof Input.Text;
  }

  boolean isTyped() {
    return !example.isEmpty();
  }

  public <R> Option<R> map(Function<T, R> function) {
    return new Option<>(name, aliases, example, input, reader.map(function));
  }

  /** The same before anybody has read its value. */
  public Option<String> unread() {
    return new Option<>(name, aliases, example, input, (text, _) -> new Value.Good<>(text));
  }

  /** As it can be typed with this value; nothing for none. */
  public String said(String value) {
    return value.isEmpty() ? "" : name + ":" + Quotes.around(value);
  }

  /** As forms and completion know it. */
  public Parameter parameter(String label) {
    var asked = new Parameter.Asked(label, example, input, reader.check());
    return new Parameter(Parameter.Spot.OPTION, name, aliases, asked, false);
  }

  /** As the help shows it. */
  public String shown() {
    return name + ":" + example;
  }
}
