package dev.muster.commands.operation.command;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.OperationCard;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.OperationLog;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.util.List;
import java.util.function.Function;

/** Which entry of the operation log is meant. */
final class WhichOperation {

  private static final int CHOICES = 25;

  private WhichOperation() {}

  /** One of the latest, or any number. */
  static Parameter parameter(OperationLog log) {
    var latest =
        new Input.Pick(_ ->
            log.list(OperationFilter.ALL, PageRequest.first(CHOICES)).items().stream()
                .map(one -> new Choice(one.id().toString(), Words.echo(one.account().what())))
                .toList());
    return Parameter.word("number", new Asked("Entry", "42", latest, Parameter.Check.NONE))
        .required();
  }

  static Reply find(
      Command command, OperationLog log, String typed, Function<Operation, Reply> then) {
    var id = OperationId.parse(typed);
    if (id.isEmpty()) {
      var problem =
          typed.isEmpty()
              ? "Which entry? Say its number."
              : "\"" + Words.echo(typed) + "\" is no number of an entry.";
      return Mistake.of(problem).reply(command, "42");
    }
    return log.find(id.get()).map(then).orElseGet(() -> missing(id.get()));
  }

  private static Reply missing(OperationId id) {
    var text = "There is no entry " + id + " in the operation log.";
    return Reply.error(
        Reply.Error.NOT_FOUND,
        Message.of(
            text,
            Block.line(text),
            new Block.Buttons(List.of(Button.of("Show the latest", OperationCard.LIST.strip())))));
  }
}
