package dev.muster.commands.operation.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.operation.OperationCard;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code /ops list}: what was done lately, or within a time, or about something. */
record ListOperations(OperationDesk desk) implements Command {

  static final int SHOWN = 10;

  private static final int LONGEST = 200;
  private static final String EXAMPLE = "failover since:7d";

  /** What is asked for. */
  private record Query(OperationFilter filter, Optional<Long> before) {}

  private static final Parameter WORDS =
      Parameter.text(
          "words",
          new Asked("Words", "failover", new Input.Line(LONGEST), Readers.text(LONGEST).check()));

  private static final Option<Instant> SINCE =
      new Option<>("since", List.of("from"), "7d", new Input.Time(), Readers.passed());
  private static final Option<Instant> UNTIL =
      new Option<>("until", List.of("to"), "yesterday", new Input.Time(), Readers.passed());
  private static final Options<UnaryOperator<Query>> OPTIONS =
      new Options<>(
          List.of(
              SINCE.map(at -> it -> new Query(it.filter().since(at), it.before())),
              UNTIL.map(at -> it -> new Query(it.filter().until(at), it.before())),
              new Option<>(
                      "before",
                      List.<String>of(),
                      "42",
                      new Input.Number(),
                      Readers.number(Long.MAX_VALUE))
                  .map(number -> it -> new Query(it.filter(), Optional.of(number)))),
          true);

  @Override
  public String name() {
    return "ops list";
  }

  @Override
  public List<String> aliases() {
    return List.of("ls", "search");
  }

  @Override
  public String arguments() {
    return "[words] [since:7d] [until:2026-11-01]";
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(Stream.of(WORDS), OPTIONS.parameters("since", "until")).toList();
  }

  @Override
  public String summary() {
    return "Lists what was done, by runs and by hand, the latest first; words find entries";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(OperationCommands.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), desk.clock().instant());
    return switch (OPTIONS.read(Typed.behind(invocation, arguments), asker)) {
      case Sorted.Wrong<UnaryOperator<Query>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Query>>(var text, _) when text.length() > LONGEST ->
          Mistake.of("These are too many words.").reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Query>>(var text, _) when OperationFilter.isVain(text) ->
          Mistake.of(
                  "Nothing can be found by \"%s\": it has no word that can be searched for."
                      .formatted(Words.echo(text)))
              .reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<Query>>(var text, var said) ->
          Reply.toAsker(list(text, said, asker));
    };
  }

  private Message list(String text, Map<String, UnaryOperator<Query>> said, Asker asker) {
    var query = new Query(OperationFilter.ALL.about(text), Optional.empty());
    for (var next : said.values()) {
      query = next.apply(query);
    }
    var before = query.before().map(String::valueOf);
    var page = desk.log().list(query.filter(), new PageRequest(SHOWN, before));
    return OperationCard.list(
        page, query.filter(), before.isPresent(), again(text, query.filter(), asker));
  }

  /** So that it means the same whenever it is pressed. */
  private static String again(String text, OperationFilter filter, Asker asker) {
    return (text.isEmpty() ? "" : Quotes.text(text) + " ")
        + filter.since().map(at -> SINCE.said(Clock.write(at, asker)) + " ").orElse("")
        + filter.until().map(at -> UNTIL.said(Clock.write(at, asker)) + " ").orElse("");
  }
}
