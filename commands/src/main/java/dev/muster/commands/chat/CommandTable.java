package dev.muster.commands.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The one table of commands, from which dispatch, help and completion come. Immutable. */
public final class CommandTable {

  /** What comes first after the slash in every chat, and leads to all commands. */
  public static final String ROOT = "muster";

  /** Areas that are slash commands of their own too; what else there is stands behind the root. */
  public static final List<String> SLASHES =
      List.of("incident", "oncall", "alert", "runbook", "ops");

  private static final Set<String> SHORT = Set.of("help", "version");

  private final Map<String, Command> byName = new LinkedHashMap<>();
  private final Map<String, Command> byAlias = new LinkedHashMap<>();
  private final Map<String, List<Command>> byArea;

  public CommandTable(Collection<? extends Command> commands) {
    for (var command : commands) {
      byName.put(command.name(), command);
      command.aliases().forEach(alias -> byAlias.put(area(command) + alias, command));
    }
    byArea = byName.values().stream().collect(groupingBy(CommandTable::area, toUnmodifiableList()));
  }

  public Collection<Command> all() {
    return List.copyOf(byName.values());
  }

  /** By its name or an alias in place of the name's last word, in capitals or not. */
  public Optional<Command> find(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byName.get(lower)).or(() -> Optional.ofNullable(byAlias.get(lower)));
  }

  /** The command that these words begin with, such as {@code incident ack 1042}. */
  public Optional<Command> named(List<String> words) {
    return words.isEmpty()
        ? Optional.empty()
        : find(words.getFirst())
            .or(() ->
                words.size() < 2 ? Optional.empty() : find(words.get(0) + " " + words.get(1)));
  }

  /** The commands of an area such as {@code incident}. */
  public List<Command> inArea(String area) {
    return byArea.getOrDefault(area + " ", List.of());
  }

  /** Every word that may come first. */
  public List<String> firstWords() {
    return names().map(name -> name.split(" ", 2)[0]).distinct().toList();
  }

  /** The whole names of the commands that have this last word in some area. */
  public List<String> withVerb(String verb) {
    return names().filter(name -> name.endsWith(" " + verb)).distinct().toList();
  }

  /** Every word that may follow an area's, aliases too. */
  public List<String> verbs(String area) {
    var prefix = area + " ";
    return names()
        .filter(name -> name.startsWith(prefix))
        .map(n -> n.substring(prefix.length()))
        .toList();
  }

  /** All that may be typed for a command: name and aliases, with the area or without it. */
  public static Stream<String> words(Command command) {
    var space = command.name().lastIndexOf(' ') + 1;
    var area = command.name().substring(0, space);
    return Stream.concat(Stream.of(command.name().substring(space)), command.aliases().stream())
        .flatMap(verb -> Stream.of(area + verb, verb))
        .distinct();
  }

  /** How a name is typed: {@code /incident ack}, {@code /muster deliveries list}. */
  public static String typed(String name) {
    var first = name.split(" ", 2)[0];
    return SLASHES.contains(first) || SHORT.contains(first) ? "/" + name : "/" + ROOT + " " + name;
  }

  private Stream<String> names() {
    return Stream.concat(byName.keySet().stream(), byAlias.keySet().stream());
  }

  private static String area(Command command) {
    var space = command.name().indexOf(' ');
    return space < 0 ? "" : command.name().substring(0, space + 1);
  }
}
