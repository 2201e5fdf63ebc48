package dev.muster.commands.argument;

import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** Whether people type it; otherwise only buttons and forms say it. */
  public boolean isTyped() {
    return !example.isEmpty();
  }

  Stream<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream());
  }

  boolean isCalled(String typed) {
    return names().anyMatch(known -> isSame(known, typed));
  }

  /** Both names, where it was called by another than its own. */
  String called(String typed) {
    return isSame(typed, name) ? name : typed + " (" + name + ")";
  }

  /** Capitals and joints are no difference. */
  static boolean isSame(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
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
