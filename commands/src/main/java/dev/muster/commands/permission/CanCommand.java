package dev.muster.commands.permission;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.text.NearestWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code /muster can [@who] [command …]}: whether somebody may, and why, by the very decision that
 * lets them or not.
 */
public final class CanCommand implements Command {

  private static final String EXAMPLE = "@devops incident ack";

  private final Supplier<CommandTable> table;
  private final Reader<Person> people;
  private final Directory directory;
  private final InstantSource clock;

  /**
   * @param table asked only when somebody wants to know, since this command stands in it itself
   * @param people reads whom a word means
   */
  public CanCommand(
      Supplier<CommandTable> table,
      Reader<Person> people,
      Directory directory,
      InstantSource clock) {
    this.table = table;
    this.people = people;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "can";
  }

  @Override
  public String arguments() {
    return "[@who] [command]";
  }

  @Override
  public List<Parameter> parameters() {
    var asked = new Asked("Who, or what", "@max", new Input.Pick(_ -> words()), Check.NONE);
    return List.of(Parameter.text("what", asked));
  }

  private List<Choice> words() {
    var who =
        directory.people().stream()
            .map(person -> new Choice("@" + person.id().value(), person.name()));
    var what =
        table.get().all().stream().map(command -> new Choice(command.name(), command.summary()));
    return Stream.concat(who, what).toList();
  }

  @Override
  public String summary() {
    return "Explains who may do what, and why";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.empty();
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), clock.instant());
    if (arguments.isEmpty() || isCommand(arguments)) {
      return answer(asker, invocation.actor(), arguments);
    }
    var first = arguments.getFirst();
    var rest = arguments.subList(1, arguments.size());
    return switch (people.read(first, asker)) {
      case Value.Good<Person>(var who) -> answer(asker, who, rest);
      case Value.Bad<Person>(var problem, _) when first.startsWith("@") -> who(problem);
      case Value.Bad<Person> _ -> answer(asker, invocation.actor(), arguments);
    };
  }

  private boolean isCommand(List<String> arguments) {
    var words = plain(arguments);
    return !words.isEmpty() && table.get().firstWords().contains(words.getFirst());
  }

  private Reply answer(Asker asker, Person who, List<String> typed) {
    var words = plain(typed);
    var explanation = new Explanation(asker);
    if (words.isEmpty()) {
      return overview(asker, who, List.copyOf(table.get().all()));
    }
    var command = table.get().named(words);
    if (command.isPresent()) {
      var decision = command.get().decide(who, directory);
      var name = CommandTable.typed(command.get().name());
      return Reply.toAsker(explanation.of(who, "run " + name, decision));
    }
    var area = table.get().inArea(words.getFirst());
    if (!area.isEmpty() && words.size() == 1) {
      return overview(asker, who, area);
    }
    return right(words)
        .map(it -> Reply.toAsker(explanation.of(who, "do " + it, directory.decide(who, it))))
        .orElseGet(() -> unknown(words));
  }

  private Reply overview(Asker asker, Person who, List<Command> commands) {
    return Reply.toAsker(new Overview(directory, asker).of(who, commands));
  }

  /** Without the slash and the root command, in small letters. */
  private static List<String> plain(List<String> typed) {
    var words = new ArrayList<String>();
    for (var word : typed) {
      var lower = word.toLowerCase(Locale.ROOT);
      var plain = words.isEmpty() && lower.startsWith("/") ? lower.substring(1) : lower;
      if (!words.isEmpty() || !plain.equals(CommandTable.ROOT)) {
        words.add(plain);
      }
    }
    return words;
  }

  /** As muster.yaml writes them: {@code incident:act}. */
  private static Optional<Right> right(List<String> words) {
    return words.size() == 1 && words.getFirst().matches("[a-z]+:[a-z]+")
        ? Optional.of(Right.parse(words.getFirst()))
        : Optional.empty();
  }

  private Reply who(String problem) {
    var sentence = problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1);
    return Mistake.of(sentence).reply(this, EXAMPLE);
  }

  private Reply unknown(List<String> words) {
    var typed = String.join(" ", words);
    var names = table.get().all().stream().map(Command::name).toList();
    var near = NearestWords.nearest(typed, names).stream().findFirst();
    return Mistake.of("I know no command \"" + Words.echo(typed) + "\".", near)
        .reply(this, EXAMPLE);
  }
}
