package dev.muster.commands.operation.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.asking.Blank;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Desk;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /ops edit}: what became known after an entry was written. It is added with who says so and
 * when; what stood there before stays.
 */
record EditOperation(OperationDesk desk) implements Command {

  private static final String EXAMPLE = "42 follow-up:\"raise the limit\"";
  private static final Options<String> OPTIONS =
      new Options<>(Arrays.stream(Part.values()).map(Logged::text).toList(), true);

  @Override
  public String name() {
    return "ops edit";
  }

  @Override
  public List<String> aliases() {
    return List.of("amend", "add");
  }

  @Override
  public String arguments() {
    return "<number> [issues:…] [follow-up:…] [impact:…]";
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(Stream.of(WhichOperation.parameter(desk.log())), parts()).toList();
  }

  private static Stream<Parameter> parts() {
    return Stream.of(Part.ISSUES, Part.FOLLOW_UP, Part.IMPACT)
        .map(part -> Logged.text(part).parameter("Add to: " + part.label()));
  }

  @Override
  public String summary() {
    return "Adds issues, follow-up or impact to an entry of the log; nothing is rewritten";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(OperationCommands.EDIT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), desk.clock().instant());
    return switch (OPTIONS.read(Typed.behind(invocation, arguments), asker)) {
      case Sorted.Wrong<String>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<String>(var text, var said) ->
          WhichOperation.find(this, desk.log(), text, found -> add(invocation, found, said));
    };
  }

  private Reply ask(Invocation invocation, Operation found) {
    var number = found.id().toString();
    var fields = parts().map(part -> Blank.standing(part, invocation.actor(), "")).toList();
    return Mistake.of("What is to be added? Say issues, follow-up or impact.")
        .reply(this, number + " follow-up:raise the limit")
        .with(Blank.form(this, Optional.of(number), fields));
  }

  private Reply add(Invocation invocation, Operation found, Map<String, String> said) {
    if (said.isEmpty()) {
      return ask(invocation, found);
    }
    var now = desk.clock().instant();
    var by = Desk.who(invocation.actor());
    var addenda =
        Arrays.stream(Part.values())
            .map(part -> new Addendum(part, said.getOrDefault(part.word(), ""), by, now))
            .filter(one -> !one.text().isEmpty())
            .toList();
    desk.log().append(found.id(), addenda);
    var parts =
        addenda.stream()
            .map(one -> one.part().label().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
    return Reply.toAsker(
        Message.of(
            "%s added to the %s of operation %s."
                .formatted(invocation.actor().name(), parts, found.id())));
  }
}
