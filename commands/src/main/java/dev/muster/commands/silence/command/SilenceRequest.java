package dev.muster.commands.silence.command;

import dev.muster.commands.alert.LabelMatcher;
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
import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.argument.Value.Good;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.MatcherReader.Leading;
import dev.muster.commands.silence.Matchers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody wants to silence, until when and why: {@code service=db env!=test 2h disk swap}, or
 * with names, {@code service=db for:2h reason:"disk swap"}.
 */
record SilenceRequest(Matchers matchers, Instant endsAt, String reason) {

  static final int MATCHERS = 2_000;

  private static final Duration USUAL = Duration.ofHours(2);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int REASON = 500;
  private static final Pattern UNTIL = Pattern.compile("(?i)for|until|till");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  static final Option<Instant> END =
      new Option<>(
          "for", List.of("until", "duration"), "2h", new Input.Time(), SilenceRequest::end);

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

  private static final Options<UnaryOperator<Named>> OPTIONS =
      new Options<>(
          List.of(
              END.map(at -> said -> new Named(Optional.of(at), said.reason())),
              WHY.map(why -> said -> new Named(said.end(), Optional.of(why)))),
          true);

  /** What was said with a name. */
  private record Named(Optional<Instant> end, Optional<String> reason) {}

  /** What was said, or what is wrong with it. */
  sealed interface Read {
    record Right(SilenceRequest request) implements Read {}

    record Wrong(Mistake mistake) implements Read {}
  }

  static Read of(Typed typed, Asker asker) {
    return switch (MatcherReader.leading(typed.text())) {
      case Bad<Leading>(var problem, _) -> wrong("Which alerts: " + problem);
      case Good<Leading>(var first) ->
          switch (OPTIONS.read(new Typed(first.rest()), asker)) {
            case Sorted.Wrong<UnaryOperator<Named>>(var mistake) -> new Read.Wrong(mistake);
            case Sorted.Right<UnaryOperator<Named>>(var text, var values) -> {
              var named = new Named(Optional.empty(), Optional.empty());
              for (var next : values.values()) {
                named = next.apply(named);
              }
              yield behind(first.matchers(), text, named, asker);
            }
          };
    };
  }

  /** The matchers may stand behind what has a name, as a form writes them. */
  private static Read behind(List<LabelMatcher> before, String text, Named named, Asker asker) {
    return switch (MatcherReader.leading(text)) {
      case Bad<Leading>(var problem, _) -> wrong("Which alerts: " + problem);
      case Good<Leading>(var second) -> {
        var all = Stream.concat(before.stream(), second.matchers().stream()).toList();
        yield switch (MatcherReader.silencing(all)) {
          case Bad<Matchers>(var problem, _) -> wrong("Which alerts: " + problem);
          case Good<Matchers>(var matchers) -> whole(matchers, second.rest(), named, asker);
        };
      }
    };
  }

  private static Read whole(Matchers matchers, String text, Named named, Asker asker) {
    var rest = new Typed(text);
    var end = named.end();
    if (end.isEmpty() && saysWhen(rest.first())) {
      var time = UNTIL.matcher(rest.first()).matches() ? rest.behindFirst() : rest;
      switch (end(time.first(), asker)) {
        case Bad<Instant>(var problem, _) -> {
          return wrong("Until when? " + problem);
        }
        case Good<Instant>(var at) -> end = Optional.of(at);
      }
      rest = time.behindFirst();
    }
    var words = new ArrayList<String>();
    named.reason().ifPresent(words::add);
    words.add(rest.text());
    return switch (WHY.reader().read(String.join(" ", words), asker)) {
      case Bad<String> _ when String.join("", words).isEmpty() ->
          wrong("Why? Say it for those who will wonder why it is so quiet.");
      case Bad<String>(var problem, _) -> wrong("The reason: " + problem);
      case Good<String>(var reason) ->
          new Read.Right(new SilenceRequest(matchers, end.orElse(asker.now().plus(USUAL)), reason));
    };
  }

  /** A reason that begins so would hide that its time is another one. */
  private static boolean saysWhen(String word) {
    return Durations.parse(word).isPresent()
        || UNTIL.matcher(word).matches()
        || NUMBER.matcher(word).matches();
  }

  private static Value<Instant> end(String text, Asker asker) {
    return switch (Readers.future().read(text, asker)) {
      case Good<Instant>(var at) when at.isAfter(asker.now().plus(LONGEST)) ->
          new Bad<>(
              "a silence lasts 30 days at most. What nobody is ever to hear of gets a route with"
                  + " notify: [].");
      case Value<Instant> read -> read;
    };
  }

  private static Read wrong(String problem) {
    return new Read.Wrong(Mistake.of(problem));
  }
}
