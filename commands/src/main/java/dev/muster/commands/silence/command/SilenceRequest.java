package dev.muster.commands.silence.command;

import dev.muster.commands.alert.LabelMatcher;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Ending;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.argument.Value.Good;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.MatcherReader.Leading;
import dev.muster.commands.silence.Matchers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants to silence, until when and why: {@code service=db env!=test 2h disk swap}, or
 * with names, {@code service=db for:2h reason:"disk swap"}.
 */
record SilenceRequest(Matchers matchers, Instant endsAt, String reason) {

  static final int MATCHERS = 2_000;

  private static final Duration USUAL = Duration.ofHours(2);
  private static final int REASON = 500;

  static final Option<Instant> END =
      new Option<>(
          "for",
          List.of("until", "duration"),
          "2h",
          new Input.Time(),
          Ending.within(
              Duration.ofDays(30),
              "A silence lasts 30 days at most. What nobody is ever to hear of gets a route with"
                  + " notify: []."));

  static final Option<String> WHY =
      new Option<>(
          "reason",
          List.of("comment", "because"),
          "\"disk swap\"",
          new Input.Line(REASON),
          Readers.text(REASON));

  /** Which alerts, as a form asks for them; what may follow them is no mistake there either. */
  static final Reader<List<LabelMatcher>> WHICH =
      (text, _) ->
          switch (MatcherReader.leading(text)) {
            case Bad<Leading>(var problem, var meant) -> new Bad<>(problem, meant);
            case Good<Leading>(var leading) ->
                switch (MatcherReader.silencing(leading.matchers())) {
                  case Bad<Matchers>(var problem, var meant) -> new Bad<>(problem, meant);
                  case Good<Matchers> _ -> new Good<>(leading.matchers());
                };
          };

  private static final Options<String> OPTIONS =
      new Options<>(List.of(END.unread(), WHY.unread()), true)
          .doubting((words, named, asker) ->
              MatcherReader.among(words)
                  .map(found ->
                      Mistake.of(
                          "Does \"%s\" say which alerts, or is it part of the reason? Write it before"
                                  .formatted(found)
                              + " reason: or put the reason in quotes."))
                  .or(() -> Ending.doubt(END).about(words, named, asker)));

  /** What was said, or what is wrong with it. */
  sealed interface Read {
    record Right(SilenceRequest request) implements Read {}

    record Wrong(Mistake mistake) implements Read {}
  }

  /** What was said and nobody has read yet, or why it cannot be told what belongs where. */
  private sealed interface Said {

    /**
     * What belongs where.
     *
     * @param alerts the matchers as they were typed
     * @param end empty for the usual one
     */
    record Parts(List<LabelMatcher> matchers, String alerts, String end, String reason)
        implements Said {}

    record Unclear(Mistake mistake) implements Said {}
  }

  static Read of(Typed typed, Asker asker) {
    return switch (said(typed, asker)) {
      case Said.Unclear(var mistake) -> new Read.Wrong(mistake);
      case Said.Parts parts -> read(parts, asker);
    };
  }

  /** The same with a name for each value but the alerts. */
  static String spelled(Typed typed, Asker asker) {
    return switch (said(typed, asker)) {
      case Said.Unclear _ -> typed.text();
      case Said.Parts(_, var alerts, var end, var reason) ->
          Stream.of(alerts.isEmpty() ? "" : Quotes.around(alerts), END.said(end), WHY.said(reason))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
    };
  }

  private static Said said(Typed typed, Asker asker) {
    return switch (MatcherReader.leading(typed.text())) {
      case Bad<Leading>(var problem, _) -> unclear(problem);
      case Good<Leading>(var first) ->
          switch (OPTIONS.read(new Typed(first.rest()), asker)) {
            case Sorted.Wrong<String>(var mistake) -> new Said.Unclear(mistake);
            case Sorted.Right<String>(var text, var named) ->
                behind(first, before(typed.text(), first.rest()), text, named, asker);
          };
    };
  }

  /** The matchers may stand behind what has a name, as a form writes them. */
  private static Said behind(
      Leading first, String alerts, String text, Map<String, String> named, Asker asker) {
    return switch (MatcherReader.leading(text)) {
      case Bad<Leading>(var problem, _) -> unclear(problem);
      case Good<Leading>(var second) -> {
        var all = Stream.concat(first.matchers().stream(), second.matchers().stream()).toList();
        var end = named.getOrDefault(END.name(), "");
        var why = named.getOrDefault(WHY.name(), "");
        var said = Ending.split(end, why, new Typed(second.rest()), asker);
        var both = (alerts + " " + before(text, second.rest())).strip();
        yield new Said.Parts(all, both, said.end(), said.reason());
      }
    };
  }

  private static String before(String text, String rest) {
    return text.substring(0, text.length() - rest.length()).strip();
  }

  private static Read read(Said.Parts parts, Asker asker) {
    return switch (MatcherReader.silencing(parts.matchers())) {
      case Bad<Matchers>(var problem, _) -> wrong("Which alerts: " + problem);
      case Good<Matchers>(var matchers) ->
          switch (end(parts.end(), asker)) {
            case Bad<Instant>(var problem, _) -> wrong(problem);
            case Good<Instant>(var end) ->
                switch (WHY.reader().read(parts.reason(), asker)) {
                  case Bad<String> _ when parts.reason().isEmpty() ->
                      wrong("Why? Say it for those who will wonder why it is so quiet.");
                  case Bad<String>(var problem, _) -> wrong("The reason: " + problem);
                  case Good<String>(var reason) ->
                      new Read.Right(new SilenceRequest(matchers, end, reason));
                };
          };
    };
  }

  private static Value<Instant> end(String said, Asker asker) {
    return said.isEmpty() ? new Good<>(asker.now().plus(USUAL)) : END.reader().read(said, asker);
  }

  private static Said unclear(String problem) {
    return new Said.Unclear(Mistake.of("Which alerts: " + problem));
  }

  private static Read wrong(String problem) {
    return new Read.Wrong(Mistake.of(problem));
  }
}
