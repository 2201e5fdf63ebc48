package dev.muster.commands.runbook.typing;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.text.NearestWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value for an input that the runbook does not have. */
record UnknownInput(Runbook runbook, String name, String value) {

  /** Names those that it has; what is said of the run itself was meant only if it can be this. */
  Mistake mistake(Typed typed, List<Option<String>> controls, Asker asker) {
    var inputs =
        runbook.inputs().values().stream().filter(it -> !it.isSecret()).map(Input::name).toList();
    var fitting =
        controls.stream()
            .filter(Option::isTyped)
            .filter(control -> control.reader().read(value, asker) instanceof Value.Good)
            .map(Option::name);
    var known = Stream.concat(inputs.stream(), fitting).toList();
    var sign = typed.text().contains(name + "=") ? "=" : ":";
    Optional<String> meant =
        NearestWords.nearest(name, known).stream().findFirst().map(near -> near + sign);
    var has =
        inputs.isEmpty() ? " It takes none." : " Its inputs: " + String.join(", ", inputs) + ".";
    var problem = "%s has no input \"%s\".".formatted(runbook.name(), Words.echo(name)) + has;
    return new Mistake(problem, name + sign, meant);
  }
}
