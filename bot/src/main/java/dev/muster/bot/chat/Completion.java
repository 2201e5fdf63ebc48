package dev.muster.bot.chat;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Visit;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Completes what is being typed with the commands that the person may run. Thread-safe. */
final class Completion {

  private static final int MOST = 8;
  private static final String ROOT = "muster ";

  private final Frame frame;
  private final CommandTable table;
  private final Directory directory;

  Completion(Frame frame, CommandTable table, Directory directory) {
    this.frame = frame;
    this.table = table;
    this.directory = directory;
  }

  Answer options(Visit visit) {
    var typed = visit.values().getOrDefault("text", "").stripLeading();
    var options = typed.startsWith("/") ? matching(visit.person(), typed) : List.<Option>of();
    return Answer.part(200, "options", frame.part("options", Map.of("options", options)));
  }

  private List<Option> matching(Person person, String typed) {
    var words = typed.substring(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    var wanted = words.startsWith(ROOT) ? words.substring(ROOT.length()) : words;
    return table.all().stream()
        .filter(command -> command.needs().isEmpty() || isAllowed(person, command))
        .filter(command -> names(command).anyMatch(name -> name.startsWith(wanted)))
        .limit(MOST)
        .map(Completion::option)
        .toList();
  }

  private boolean isAllowed(Person person, Command command) {
    return directory.allows(person, command.needs().orElseThrow());
  }

  /** All that may be typed for a command: its name, its aliases, and its last word alone. */
  private static Stream<String> names(Command command) {
    var name = command.name();
    var space = name.lastIndexOf(' ') + 1;
    var aliases = command.aliases().stream().map(alias -> name.substring(0, space) + alias);
    return Stream.concat(Stream.of(name, name.substring(space)), aliases);
  }

  private static Option option(Command command) {
    var name = CommandTable.typed(command.name());
    var value = name + (command.arguments().isEmpty() ? "" : " ");
    return new Option(value, name, command.arguments(), command.summary());
  }

  /** A line of the list; {@code value} is what choosing it types. */
  record Option(String value, String name, String arguments, String summary) {}
}
