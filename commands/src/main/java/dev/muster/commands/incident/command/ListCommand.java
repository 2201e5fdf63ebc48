package dev.muster.commands.incident.command;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.IncidentNumber;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code /incident list}: open ones worst first, past ones newest first; ten at a time. */
final class ListCommand implements Command {

  static final int SHOWN = 10;

  private static final String EXAMPLE = "open mine severity:high";
  private static final int PAGES = 1_000;
  private static final Reader<List<String>> WORDS = Readers.someOf(IncidentQuery.words());
  private static final Parameter WHICH =
      Parameter.text(
          "which",
          new Asked(
              "Which", "mine", new Input.Pick(Choices.of(IncidentQuery.words())), WORDS.check()));

  private final IncidentStore store;
  private final IncidentActions actions;
  private final Options<UnaryOperator<IncidentQuery>> options;

  ListCommand(IncidentStore store, IncidentActions actions, Team team) {
    this.store = store;
    this.actions = actions;
    this.options = options(new TeamParameters(team), actions.services());
  }

  @Override
  public String name() {
    return "incident list";
  }

  @Override
  public String arguments() {
    return "[" + String.join("|", IncidentQuery.words()) + "] [severity:high] [service:api]";
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(Stream.of(WHICH), options.parameters("severity", "service")).toList();
  }

  @Override
  public String summary() {
    return "Lists incidents, the open ones unless you say otherwise, the worst first";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var typed = Typed.behind(invocation, arguments);
    return switch (options.read(typed, actions.asker(invocation))) {
      case Sorted.Wrong<UnaryOperator<IncidentQuery>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<IncidentQuery>>(var text, var asked) ->
          switch (WORDS.read(text, actions.asker(invocation))) {
            case Value.Bad<List<String>>(var problem, _) ->
                Mistake.of("I can't list that: " + problem).reply(this, EXAMPLE);
            case Value.Good<List<String>>(var words) ->
                list(invocation, words, List.copyOf(asked.values()));
          };
    };
  }

  private Reply list(
      Invocation invocation, List<String> words, List<UnaryOperator<IncidentQuery>> asked) {
    var query = IncidentQuery.OPEN;
    for (var word : words) {
      query = query.said(word);
    }
    for (var next : asked) {
      query = next.apply(query);
    }
    var filter = query.filterFor(invocation.actor());
    var lines = new IncidentLines(query);
    if (query.isOfOpenOnes()) {
      var from = (query.page() - 1) * SHOWN;
      return Reply.toAsker(lines.open(store.worstFirst(filter, from, SHOWN)));
    }
    var before = query.before().map(id -> Long.toString(id.value()));
    return Reply.toAsker(lines.past(store.list(filter, new PageRequest(SHOWN, before))));
  }

  private static Options<UnaryOperator<IncidentQuery>> options(
      TeamParameters team, Choices services) {
    var all = new ArrayList<Option<UnaryOperator<IncidentQuery>>>();
    var words = IncidentQuery.words();
    var pick = new Input.Pick(Choices.of(words));
    all.add(
        new Option<>("status", List.of(), "resolved", pick, Readers.oneOf(words))
            .map(word -> query -> query.said(word)));
    all.add(team.severityOption().map(level -> query -> query.rated(level.name())));
    all.add(
        new Option<>(
                "service",
                List.of("services"),
                "api",
                new Input.Known(200, services),
                Readers.text(200))
            .map(name -> query -> query.in(name)));
    all.add(
        new Option<>("page", List.of(), "2", new Input.Number(), Readers.number(PAGES))
            .map(number -> query -> query.at(number.intValue())));
    all.add(
        new Option<IncidentId>("before", List.of(), "42", new Input.Number(), IncidentNumber.READER)
            .map(id -> query -> query.before(id)));
    return new Options<>(all, true);
  }
}
