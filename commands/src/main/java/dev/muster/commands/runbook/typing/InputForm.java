package dev.muster.commands.runbook.typing;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.asking.Submission;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Directory;
import dev.muster.commands.runbook.card.Says;
import dev.muster.runbooks.language.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for what a runbook needs and was not given, or was given wrongly. */
public record InputForm(Directory directory) {

  private static final String NEEDED = "This is needed.";

  public Reply of(Command command, Typing typing, Asker asker) {
    var missing = typing.inputs().missing().stream().map(Input::name).toList();
    var wrong = typing.inputs().refused();
    var typed = CommandTable.typed(command.name()) + " " + typing.name();
    var problems = problems(typing.name(), missing, wrong);
    var blocks = new ArrayList<Block>();
    problems.forEach(problem -> blocks.add(Block.line(problem)));
    blocks.add(
        Block.line(
            Span.text("Nothing was done. Write "),
            Span.code(example(typed, typing) + typing.forIncident())));
    var message = new Message(String.join(" ", problems) + " Nothing was done.", blocks);
    return Reply.error(Reply.Error.INVALID, message)
        .missing(missing)
        .with(form(typing, typed, asker));
  }

  /** What was typed well stays, and what is missing or wrong stands behind it. */
  private String example(String typed, Typing typing) {
    var parameters = new InputParameters(directory).of(typing.definition().runbook());
    var good = new HashMap<>(typing.typed());
    good.keySet().removeAll(typing.inputs().refused().keySet());
    var others =
        Stream.concat(
            typing.inputs().missing().stream().map(Input::name),
            typing.inputs().refused().keySet().stream());
    return Submission.text(typed, parameters, good)
        + others.distinct().map(name -> " " + name + "=…").collect(Collectors.joining());
  }

  private static List<String> problems(
      String name, List<String> missing, Map<String, String> wrong) {
    var lacks =
        Optional.of(String.join(", ", missing))
            .filter(names -> !names.isEmpty())
            .map(names -> name + " needs " + names + ".");
    var faults = wrong.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue());
    return Stream.concat(lacks.stream(), faults).toList();
  }

  private Form form(Typing typing, String typed, Asker asker) {
    var runbook = typing.definition().runbook();
    var dry = typing.controls().containsKey("dry") ? " dry:" + typing.controls().get("dry") : "";
    var fields =
        new InputParameters(directory)
            .of(runbook).stream().map(one -> field(one, typing, asker)).toList();
    var command = typed + dry + typing.forIncident();
    return new Form(command, command, runbook.about().title(), typed + " input=value …", fields);
  }

  private static Form.Field field(Parameter parameter, Typing typing, Asker asker) {
    var fallback =
        Optional.ofNullable(typing.definition().runbook().inputs().get(parameter.name()))
            .map(Input::fallback)
            .map(Says::typed);
    var value = typing.typed().getOrDefault(parameter.name(), fallback.orElse(""));
    var problem =
        value.isEmpty() && parameter.isRequired()
            ? Optional.of(NEEDED)
            : Optional.ofNullable(typing.inputs().refused().get(parameter.name()));
    return new Form.Field(parameter, parameter.choices(asker.person()), value, "", problem);
  }
}
