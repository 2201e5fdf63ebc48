package dev.muster.commands.runbook.typing;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.action.IncidentNumber;
import dev.muster.commands.runbook.Desk;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.InputValues;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.value.RunWord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code <name> [input=value…]}, where the inputs are those of the runbook. Thread-safe. */
public record Requests(Desk desk, List<Option<String>> controls) {

  public static final String OFFER = RunWord.OFFER.word();
  public static final String GO = RunWord.GO.word();
  public static final String TARGET = RunWord.TARGET.word();
  public static final String FOR = RunWord.FOR.word();

  /** As an earlier run was given them. */
  public static final String AGAIN = RunWord.AGAIN.word();

  public Requests {
    controls = List.copyOf(controls);
  }

  /** Of what only looks at a runbook. */
  public static Requests looking(Desk desk) {
    return new Requests(desk, List.of());
  }

  /** Of what shows what one would do. */
  public static Requests planning(Desk desk) {
    return new Requests(desk, List.of(incident()));
  }

  /** Of what starts one: dry or not, and what buttons and forms say besides. */
  public static Requests running(Desk desk) {
    return new Requests(desk, Stream.of(RunWord.values()).map(Requests::control).toList());
  }

  private static Option<String> control(RunWord word) {
    return switch (word) {
      case DRY -> dry();
      case FOR -> incident();
      case OFFER, GO, TARGET, AGAIN -> pressed(word.word());
    };
  }

  /** What was typed. */
  public sealed interface Read {
    record Right(Typing typing) implements Read {}

    /** With what could be typed behind the command instead. */
    record Wrong(Mistake mistake) implements Read {}
  }

  public Read read(Typed typed, Asker asker) {
    var known = desk.library().get();
    if (typed.isEmpty()) {
      return new Read.Wrong(Mistake.of("Which runbook?"));
    }
    var name = typed.first();
    return known
        .find(name)
        .map(found -> read(found, typed.behindFirst(), asker))
        .orElseGet(() -> new Read.Wrong(Slips.unknown(known, name)));
  }

  private Read read(Definition found, Typed behind, Asker asker) {
    var inputs = found.runbook().inputs();
    var options = Stream.concat(inputs(found.runbook()), controls.stream()).toList();
    var assigned = behind.assigning(names(options));
    var known =
        new Options<>(options, false)
            .naming((name, value) ->
                new UnknownInput(found.runbook(), name, value).mistake(behind, controls, asker));
    return switch (known.read(assigned, asker)) {
      case Sorted.Wrong<String>(var mistake) -> new Read.Wrong(mistake);
      case Sorted.Right<String>(var text, _) when !text.isEmpty() ->
          new Read.Wrong(Slips.stray(text, options));
      case Sorted.Right<String>(_, var values) -> {
        var said = new HashMap<>(values);
        said.keySet().retainAll(controls.stream().map(Option::name).toList());
        var given = new LinkedHashMap<>(values);
        given.keySet().removeAll(said.keySet());
        var people = new InputParameters(desk.directory()).people();
        var read = InputValues.of(inputs, given, people);
        yield new Read.Right(new Typing(found, given, read, said));
      }
    };
  }

  /** What can be typed behind the command, where the first of these words names a runbook. */
  public List<Parameter> parameters(List<String> behind) {
    var more =
        behind.stream()
            .findFirst()
            .flatMap(desk.library().get()::find)
            .map(found -> new InputParameters(desk.directory()).of(found.runbook()))
            .orElse(List.of());
    var words = controls.stream().flatMap(one -> label(one.name()).map(one::parameter).stream());
    return Stream.of(Stream.of(name()), more.stream(), words).flatMap(it -> it).toList();
  }

  /** In forms; empty for what only buttons say. */
  private static Optional<String> label(String control) {
    return Stream.of(RunWord.values())
        .filter(word -> word.word().equals(control))
        .findFirst()
        .flatMap(word ->
            switch (word) {
              case DRY -> Optional.of("Dry run");
              case FOR -> Optional.of("Incident");
              case TARGET -> Optional.of("Target");
              case OFFER, GO, AGAIN -> Optional.empty();
            });
  }

  /** With the names of inputs as forms and completion know them. */
  public String spelled(String typed) {
    var all = new Typed(typed);
    return desk.library()
        .get()
        .find(all.first())
        .map(found -> {
          var options = Stream.concat(inputs(found.runbook()), controls.stream()).toList();
          return all.first() + " " + all.behindFirst().assigning(names(options)).text();
        })
        .orElse(typed);
  }

  /** The runbook that was named, with what it needs; or else one that there is. */
  public String example(Typed typed) {
    return desk.library().get().find(typed.first()).map(Slips::example).orElseGet(this::example);
  }

  /** One that there is, to be typed. */
  public String example() {
    return desk.library().get().names().stream().findFirst().orElse("<runbook>");
  }

  private Parameter name() {
    var pick = new Input.Pick(_ -> runbooks());
    var reader = Readers.oneOf(desk.library().get().names());
    var example = example();
    return Parameter.word("runbook", new Asked("Runbook", example, pick, reader.check()))
        .required();
  }

  private List<Choice> runbooks() {
    return desk.library().get().runbooks().stream()
        .map(runbook -> new Choice(runbook.name(), runbook.about().title()))
        .toList();
  }

  private static Stream<Option<String>> inputs(Runbook runbook) {
    return runbook.inputs().values().stream()
        .filter(input -> !input.isSecret())
        .map(input -> text(input.name()));
  }

  /** Its value is read later, with what is known of the input. */
  private static Option<String> text(String name) {
    return line(name, "…");
  }

  /** What only buttons and forms say. */
  private static Option<String> pressed(String name) {
    return line(name, "");
  }

  private static Option<String> line(String name, String example) {
    return new Option<>(
        name, List.of(), example, new Input.Line(200), (text, _) -> new Value.Good<>(text));
  }

  private static Option<String> incident() {
    return new Option<>(
        FOR, List.of(), "#8", new Input.Line(20), IncidentNumber.READER.map(IncidentId::toString));
  }

  private static Option<String> dry() {
    return new Option<>(
        RunWord.DRY.word(),
        RunWord.DRY.others(),
        "yes",
        new Input.Pick(Choices.of("yes", "no")),
        Readers.oneOf(List.of("yes", "no", "true", "false", "on", "off")));
  }

  private static Set<String> names(List<Option<String>> options) {
    return options.stream().map(Option::name).collect(Collectors.toSet());
  }
}
