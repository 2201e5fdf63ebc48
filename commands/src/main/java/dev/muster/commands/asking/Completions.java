package dev.muster.commands.asking;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.FilledIn;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Spot;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Completes what somebody types with what that person may run. Blocking and thread-safe. */
public final class Completions {

  private static final int MOST = 8;

  private final CommandTable table;
  private final Directory directory;
  private final InstantSource clock;

  public Completions(CommandTable table, Directory directory, InstantSource clock) {
    this.table = table;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A way to go on.
   *
   * @param text all of the text, when it is taken
   * @param shown what is new in it
   * @param usage what comes behind it; empty for nothing
   * @param about what it means; empty for nothing
   */
  public record Suggestion(String text, String shown, String usage, String about) {}

  /**
   * The likeliest first, at most eight.
   *
   * @param isInThread whether an incident's number can be left out
   */
  public List<Suggestion> of(Person person, String typed, boolean isInThread) {
    var line = CommandLine.of(typed, table).filter(it -> isAllowed(person, it.command()));
    var suggestions =
        line.isPresent()
            ? behind(line.get(), new Asker(person, clock.instant()), isInThread)
            : commands(person, typed);
    return suggestions.distinct().limit(MOST).toList();
  }

  private Stream<Suggestion> commands(Person person, String typed) {
    var wanted = CommandLine.plain(typed);
    return table.all().stream()
        .filter(command -> isAllowed(person, command))
        .filter(command -> CommandTable.words(command).anyMatch(name -> name.startsWith(wanted)))
        .map(Completions::suggestion);
  }

  private boolean isAllowed(Person person, Command command) {
    return command.decide(person, directory).isAllowed();
  }

  private static Suggestion suggestion(Command command) {
    var name = CommandTable.typed(command.name());
    var text = name + (command.arguments().isEmpty() ? "" : " ");
    return new Suggestion(text, name, command.arguments(), command.summary());
  }

  private static Stream<Suggestion> behind(CommandLine line, Asker asker, boolean isInThread) {
    var parameters = line.parameters();
    var option = line.option().flatMap(name -> option(parameters, name));
    var values = new ValueSuggestions(line, asker.person());
    if (option.isPresent()) {
      return values.of(option.get());
    }
    if (line.word().startsWith("--")) {
      return options(line, line.word().substring(2), "--", " ");
    }
    var filled = FilledIn.of(parameters, new Typed(line.rest()), asker, isInThread).values();
    var begun = begun(parameters, filled);
    if (begun.isPresent()) {
      var more = values.goingOn(begun.get(), filled.getOrDefault(begun.get().name(), ""));
      return Stream.concat(more, options(line, line.word(), "", ":"));
    }
    var next =
        parameters.stream()
            .filter(one -> one.spot() != Spot.OPTION && !filled.containsKey(one.name()))
            .filter(
                one -> one.spot() != Spot.INCIDENT || !isInThread || line.word().startsWith("#"))
            .findFirst();
    var known = next.map(values::of).orElseGet(Stream::empty);
    return line.word().isEmpty() && next.isPresent()
        ? known
        : Stream.concat(known, options(line, line.word(), "", ":"));
  }

  /** A text that has begun goes on: some commands have names of two words. */
  private static Optional<Parameter> begun(List<Parameter> parameters, Map<String, String> filled) {
    return parameters.stream()
        .filter(one -> one.spot() == Spot.TEXT && filled.containsKey(one.name()))
        .findFirst();
  }

  private static Optional<Parameter> option(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(one -> one.spot() == Spot.OPTION)
        .filter(one -> one.names().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  private static Stream<Suggestion> options(
      CommandLine line, String begun, String before, String behind) {
    var lower = begun.toLowerCase(Locale.ROOT);
    return line.parameters().stream()
        .filter(one -> one.spot() == Spot.OPTION && !line.has(one))
        .filter(one -> one.names().anyMatch(name -> name.startsWith(lower)))
        .map(one -> {
          var text = before + one.name() + behind;
          return new Suggestion(
              line.head() + text, text.strip(), one.asked().example(), one.asked().label());
        });
  }
}
