package dev.muster.commands.asking;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.form.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command whose name is whole, and what is being typed behind it.
 *
 * @param head all that stands before the word that is being typed
 * @param rest the part of it behind the command's name
 * @param word what is being typed; empty behind a space
 */
record CommandLine(Command command, String head, String rest, String word) {

  private static final Pattern NAME =
      Pattern.compile("\\s*/(?:muster\\s+)?(\\S+)(?:\\s+(\\S+))?(\\s.*)?", Pattern.DOTALL);

  /** The last word, which may be a quote that is not closed yet. */
  private static final Pattern LAST =
      Pattern.compile("(?:[^\\s:\"]+:)?(?:(?<![^\\s:])\"[^\"]*|\\S*)$");

  private static final Pattern NAMED =
      Pattern.compile("([\\p{L}][\\p{L}\\d_-]*):(.*)", Pattern.DOTALL);
  private static final Pattern DASHED =
      Pattern.compile(".*\\s--([\\p{L}][\\p{L}\\d_-]*)\\s+", Pattern.DOTALL);

  /** Empty while the name itself is being typed. */
  static Optional<CommandLine> of(String typed, CommandTable table) {
    var name = NAME.matcher(typed);
    if (!name.matches()) {
      return Optional.empty();
    }
    var two = name.group(2) == null ? "" : name.group(1) + " " + name.group(2);
    var behindTwo = name.group(3);
    var both = behindTwo == null ? Optional.<Command>empty() : table.find(two);
    return both.map(command -> line(command, typed, name.end(2)))
        .or(() ->
            name.end(1) == typed.length()
                ? Optional.empty()
                : table.find(name.group(1)).map(command -> line(command, typed, name.end(1))));
  }

  /** What was typed of a name, without the slash and the root command. */
  static String plain(String typed) {
    return typed
        .stripLeading()
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceFirst("^/(?:muster )?", "");
  }

  private static CommandLine line(Command command, String typed, int nameEnd) {
    var last = LAST.matcher(typed).region(nameEnd, typed.length());
    var at = last.find() ? last.start() : typed.length();
    return new CommandLine(
        command, typed.substring(0, at), typed.substring(nameEnd, at), typed.substring(at));
  }

  /** What the command takes behind what is typed. */
  List<Parameter> parameters() {
    return command.parameters(new Typed(rest).words());
  }

  /** The name of the option whose value is being typed. */
  Optional<String> option() {
    var named = NAMED.matcher(word);
    if (named.matches()) {
      return Optional.of(named.group(1));
    }
    var dashed = DASHED.matcher(rest);
    return dashed.matches() ? Optional.of(dashed.group(1)) : Optional.empty();
  }

  /** The option's name as it stands before the value. */
  String named() {
    var named = NAMED.matcher(word);
    return named.matches() ? named.group(1) + ":" : "";
  }

  /** What is typed of a value. */
  String value() {
    var value = word.substring(named().length());
    return value.startsWith("\"") ? value.substring(1) : value;
  }

  boolean has(Parameter option) {
    var lower = " " + rest.toLowerCase(Locale.ROOT);
    return option
        .names()
        .anyMatch(name -> lower.contains(" " + name + ":") || lower.contains(" --" + name + " "));
  }
}
