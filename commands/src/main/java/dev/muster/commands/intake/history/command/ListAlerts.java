package dev.muster.commands.intake.history.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
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
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.AlertRef;
import dev.muster.commands.people.Right;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.store.PageRequest;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code /alert list}: what fires, the worst first; past ones newest first; ten at a time. */
final class ListAlerts implements Command {

  static final int SHOWN = 10;

  private static final String EXAMPLE = "resolved severity:high since:2h";
  private static final int PAGES = 1_000;
  private static final Parameter WHICH =
      Parameter.text(
          "which",
          new Asked(
              "Which",
              "resolved",
              new Input.Pick(Choices.of(AlertQuery.statuses())),
              Readers.oneOf(AlertQuery.statuses()).check()));

  private final AlertHistory alerts;
  private final InstantSource clock;
  private final Options<UnaryOperator<AlertQuery>> options;

  ListAlerts(AlertHistory alerts, TeamParameters team, List<String> sources, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
    this.options = options(team, sources);
  }

  @Override
  public String name() {
    return "alert list";
  }

  @Override
  public String arguments() {
    return "[firing|resolved|silenced|all] [severity:high] [source:…] [silence:3] [since:2h]";
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(
            Stream.of(WHICH), options.parameters("severity", "source", "silence", "since"))
        .toList();
  }

  @Override
  public String summary() {
    return "Lists alerts, those that fire unless you say otherwise, the worst first";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(ShowAlert.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), clock.instant());
    return switch (options.read(Typed.behind(invocation, arguments), asker)) {
      case Sorted.Wrong<UnaryOperator<AlertQuery>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<UnaryOperator<AlertQuery>>(var text, var asked) ->
          status(text)
              .map(query -> list(query, asked.values()))
              .orElseGet(() -> unknown(text).reply(this, EXAMPLE));
    };
  }

  /** The status may stand there without its name. */
  private static Optional<AlertQuery> status(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    return word.isEmpty()
        ? Optional.of(AlertQuery.FIRING)
        : Optional.of(word).filter(AlertQuery.statuses()::contains).map(AlertQuery.FIRING::of);
  }

  private static Mistake unknown(String text) {
    var words = String.join(", ", AlertQuery.statuses());
    return Mistake.of("I can't list \"" + text + "\" alerts. There are " + words + ".");
  }

  private Reply list(AlertQuery start, Collection<UnaryOperator<AlertQuery>> asked) {
    var query = start;
    for (var next : asked) {
      query = next.apply(query);
    }
    var lines = new AlertLines(query);
    if (query.isOfFiring()) {
      var from = (query.page() - 1) * SHOWN;
      return Reply.toAsker(lines.firing(alerts.worstFirst(query.whole(), from, SHOWN)));
    }
    var page = new PageRequest(SHOWN, query.before().map(AlertRef::toString));
    return Reply.toAsker(lines.past(alerts.list(query.whole(), page)));
  }

  private static Options<UnaryOperator<AlertQuery>> options(
      TeamParameters team, List<String> sources) {
    Option<String> status = pick("status", "resolved", AlertQuery.statuses());
    Option<String> source = pick("source", "alertmanager", sources);
    return new Options<>(
        List.of(
            team.severityOption()
                .map(level -> query -> query.with(query.filter().withSeverity(level.name()))),
            source.map(name -> query -> query.with(query.filter().withSource(name))),
            status.map(word -> query -> query.of(word)),
            new Option<>("silence", List.of(), "3", new Input.Number(), ListAlerts::silence)
                .map(id -> query -> query.with(query.filter().silencedBy(id))),
            new Option<>("since", List.of(), "2h", new Input.Time(), Readers.past())
                .map(at -> query -> query.with(query.filter().since(at))),
            new Option<>("page", List.of(), "2", new Input.Number(), Readers.number(PAGES))
                .map(number -> query -> query.at(number.intValue())),
            new Option<>("before", List.of(), "…", new Input.Word(40), AlertWords.REF)
                .map(ref -> query -> query.before(ref))),
        true);
  }

  private static Value<SilenceId> silence(String text, Asker asker) {
    return SilenceId.parse(text)
        .<Value<SilenceId>>map(Value.Good::new)
        .orElseGet(() -> new Value.Bad<>("\"" + text + "\" is no silence's number."));
  }

  private static Option<String> pick(String name, String example, List<String> words) {
    var input = new Input.Pick(Choices.of(words));
    return new Option<>(name, List.of(), example, input, Readers.oneOf(words));
  }
}
