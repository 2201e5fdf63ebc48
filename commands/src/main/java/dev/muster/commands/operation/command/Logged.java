package dev.muster.commands.operation.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Durations;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.action.IncidentNumber;
import dev.muster.commands.operation.Account;
import dev.muster.commands.operation.Account.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody types of an operation that was done by hand.
 *
 * @param at when it began, if that was said; otherwise it is over now
 */
record Logged(Account account, Optional<Instant> at, Optional<IncidentId> incident) {

  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int WHAT = 300;
  private static final Reader<String> TEXT = Readers.text(Account.LONGEST);

  private static final Reader<Duration> TOOK =
      (text, _) ->
          Durations.parse(text)
              .filter(length -> length.compareTo(LONGEST) <= 0)
              .<Value<Duration>>map(Value.Good::new)
              .orElseGet(() ->
                  new Value.Bad<>(
                      "\"" + text + "\" is no time that it took, such as 20m or 1h30m."));

  private static final Option<String> REASON =
      new Option<>(
          "reason",
          List.of("why", "because"),
          "\"memory leak\"",
          new Input.Line(Account.LONGEST),
          TEXT);

  private static final Option<Duration> LENGTH =
      new Option<>("took", List.of("duration", "for"), "20m", new Input.Word(20), TOOK);

  private static final Option<Instant> AT =
      new Option<>(
          "at", List.of("began", "started", "when"), "14:05", new Input.Time(), Readers.past());

  private static final Option<IncidentId> INCIDENT =
      new Option<>("incident", List.of(), "1042", new Input.Number(), IncidentNumber.READER);

  private static final Parameter WHAT_WAS_DONE =
      Parameter.text(
              "what",
              new Asked(
                  "What was done",
                  "Restarted api-1",
                  new Input.Line(WHAT),
                  Readers.text(WHAT).check()))
          .required();

  private static final Options<UnaryOperator<Logged>> OPTIONS =
      new Options<>(
          List.of(
              REASON.map(why -> it -> it.with(it.account().because(why))),
              part(Part.IMPACT),
              LENGTH.map(length -> it -> it.with(it.account().taking(length))),
              part(Part.ISSUES),
              part(Part.FOLLOW_UP),
              AT.map(time -> it -> new Logged(it.account(), Optional.of(time), it.incident())),
              INCIDENT.map(id -> it -> new Logged(it.account(), it.at(), Optional.of(id)))),
          true);

  /** As the form asks for them, in the order in which they are read. */
  static List<Parameter> parameters() {
    return List.of(
        WHAT_WAS_DONE,
        REASON.parameter("Why").required(),
        text(Part.IMPACT).parameter("Impact: how things behaved before and after"),
        LENGTH.parameter("How long it took"),
        text(Part.ISSUES).parameter("Issues"),
        text(Part.FOLLOW_UP).parameter("What is to be done next"),
        AT.parameter("When it began"),
        INCIDENT.parameter("Incident"));
  }

  /** What was said, or what is wrong with it. */
  sealed interface Read {
    record Right(Logged logged) implements Read {}

    record Wrong(Mistake mistake) implements Read {}
  }

  static Read of(Typed typed, Asker asker) {
    return switch (OPTIONS.read(typed, asker)) {
      case Sorted.Wrong<UnaryOperator<Logged>>(var mistake) -> new Read.Wrong(mistake);
      case Sorted.Right<UnaryOperator<Logged>>(var text, var said) ->
          switch (Readers.text(WHAT).read(text, asker)) {
            case Value.Bad<String> _ when text.isEmpty() ->
                wrong("What was done? Say it in a few words, before reason: and the others.");
            case Value.Bad<String>(var problem, _) -> wrong("What was done: " + problem);
            case Value.Good<String>(var what) -> {
              var logged = begin(what, asker);
              for (var next : said.values()) {
                logged = next.apply(logged);
              }
              yield logged.account().reason().isEmpty()
                  ? wrong("Why was it done? Say it for those who read this in a year.")
                  : new Read.Right(logged.timed());
            }
          };
    };
  }

  private static Logged begin(String what, Asker asker) {
    return new Logged(Account.of(asker.now(), what), Optional.empty(), Optional.empty());
  }

  private Logged with(Account next) {
    return new Logged(next, at, incident);
  }

  /** What took a while and is over now began then. */
  private Logged timed() {
    var ago = account.took().map(account.at()::minus).orElse(account.at());
    return with(account.begunAt(at.orElse(ago)));
  }

  private static Read wrong(String problem) {
    return new Read.Wrong(Mistake.of(problem));
  }

  private static Option<UnaryOperator<Logged>> part(Part part) {
    return text(part).map(said -> it -> it.with(it.account().with(part, said)));
  }

  /** One of the parts that can be added to afterwards too. */
  static Option<String> text(Part part) {
    var aliases =
        switch (part) {
          case IMPACT -> List.<String>of();
          case ISSUES -> List.of("issue", "problems");
          case FOLLOW_UP -> List.of("next", "todo");
        };
    var example =
        switch (part) {
          case IMPACT -> "\"no errors any more\"";
          case ISSUES -> "none";
          case FOLLOW_UP -> "\"find the leak\"";
        };
    return new Option<>(part.word(), aliases, example, new Input.Text(Account.LONGEST), TEXT);
  }
}
