package dev.muster.commands.argument;

import dev.muster.commands.chat.form.Parameter;
import dev.muster.runbooks.text.NearestWords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named values that a command takes. Immutable. */
public final class Options<T> {

  private final List<Option<T>> options;
  private final boolean hasText;
  private final boolean isStrict;
  private final Doubt doubt;
  private final Optional<Stranger> stranger;

  /**
   * Of a command that takes these.
   *
   * @param hasText whether words without a name are a text of their own, where no text with a name
   *     goes on before them; otherwise they belong to the value before them, which then needs no
   *     quotes
   */
  public Options(List<Option<T>> options, boolean hasText) {
    this(options, hasText, true, (_, _, _) -> Optional.empty(), Optional.empty());
  }

  private Options(
      List<Option<T>> options,
      boolean hasText,
      boolean isStrict,
      Doubt doubt,
      Optional<Stranger> stranger) {
    this.options = List.copyOf(options);
    this.hasText = hasText;
    this.isStrict = isStrict;
    this.doubt = doubt;
    this.stranger = stranger;
  }

  /** Of a text in which anything may stand: {@code replicas:3} in it is no slip. */
  public static <T> Options<T> amongText(List<Option<T>> options) {
    return new Options<>(options, true, false, (_, _, _) -> Optional.empty(), Optional.empty());
  }

  /** The same, where not every word behind a text is sure to be part of it. */
  public Options<T> doubting(Doubt other) {
    return new Options<>(options, hasText, isStrict, other, stranger);
  }

  /** The same, where other words are said of a name that it does not know. */
  public Options<T> naming(Stranger other) {
    return new Options<>(options, hasText, isStrict, doubt, Optional.of(other));
  }

  /** Says what is wrong with a name that there is not, and which was probably meant. */
  @FunctionalInterface
  public interface Stranger {
    Mistake about(String name, String value);
  }

  /** Says what words may be meant for besides the text that they stand behind without quotes. */
  @FunctionalInterface
  public interface Doubt {

    /**
     * Empty where they can only be part of that text.
     *
     * @param words those behind the first
     * @param named what was said by name
     */
    Optional<Mistake> about(String words, Set<String> named, Asker asker);
  }

  /** What was typed, put in order. */
  public sealed interface Sorted<T> {

    /**
     * It can be read.
     *
     * @param text the words without a name
     * @param values by the option's name, in the order in which they were typed
     */
    record Right<T>(String text, Map<String, T> values) implements Sorted<T> {}

    record Wrong<T>(Mistake mistake) implements Sorted<T> {}
  }

  public Sorted<T> read(Typed typed, Asker asker) {
    var sorting = new Sorting(asker);
    var tokens = Token.of(typed.text());
    for (var at = 0; at < tokens.size(); at++) {
      var token = tokens.get(at);
      var behind = tokens.subList(at + 1, tokens.size());
      var wrong = token.isNamed() ? sorting.named(token, behind) : sorting.plain(token);
      if (wrong.isPresent()) {
        return new Sorted.Wrong<>(wrong.get());
      }
    }
    return sorting.values();
  }

  /** As forms and completion know them, labelled with their names. */
  public Stream<Parameter> parameters() {
    return options.stream().map(Options::parameter);
  }

  /** The same for these alone: nobody is asked for what only buttons say. */
  public Stream<Parameter> parameters(String... names) {
    return Arrays.stream(names).flatMap(name -> find(name).stream()).map(Options::parameter);
  }

  private static Parameter parameter(Option<?> option) {
    var name = option.name();
    return option.parameter(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  /** The names for the help. */
  public String shown() {
    return options.stream()
        .map(option -> "[" + option.shown() + "]")
        .collect(Collectors.joining(" "));
  }

  private Optional<Option<T>> find(String name) {
    return options.stream().filter(option -> option.isCalled(name)).findFirst();
  }

  private List<String> near(String name) {
    return NearestWords.nearest(
        name, options.stream().filter(Option::isTyped).flatMap(Option::names).toList());
  }

  private static Mistake twice(Option<?> option, String first, String second) {
    return Mistake.of(
        Option.isSame(first, second)
            ? "\"" + option.name() + "\" stands there twice."
            : "\"%s\" and \"%s\" both mean %s: say it once."
                .formatted(first, second, option.name()));
  }

  private String others(Token token) {
    var names =
        options.stream()
            .filter(Option::isTyped)
            .map(Option::name)
            .collect(Collectors.joining(", "));
    var known = names.isEmpty() ? " It takes nothing by name." : " It takes " + names + ".";
    return token.isDashed() ? known : known + " If it is text, put that text in quotes.";
  }

  /** One reading. Not thread-safe. */
  private final class Sorting {

    private final StringBuilder text = new StringBuilder();
    private final Map<Option<T>, Said> typed = new LinkedHashMap<>();
    private final Asker asker;
    private Optional<Said> last = Optional.empty();

    Sorting(Asker asker) {
      this.asker = asker;
    }

    Optional<Mistake> named(Token token, List<Token> behind) {
      var known = find(token.name());
      if (known.isEmpty()) {
        return unknown(token);
      }
      var before = Optional.ofNullable(typed.get(known.get()));
      var said = before.orElseGet(() -> Said.of(known.get(), hasText, token, behind, asker));
      typed.put(known.get(), said);
      last = Optional.of(said);
      if (!token.value().isEmpty()) {
        said.take(token);
      }
      return before.map(first -> twice(known.get(), first.name(), token.name()));
    }

    Optional<Mistake> plain(Token token) {
      last.filter(said -> !hasText || said.takesMore())
          .ifPresentOrElse(said -> said.take(token), () -> text.append(token.raw()));
      return Optional.empty();
    }

    private Optional<Mistake> unknown(Token token) {
      var near = near(token.name()).stream().findFirst();
      if (isStrict
          && (token.isDashed()
              || near.isPresent()
              || token.looksLikeAnOption()
              || (!hasText && last.isEmpty()))) {
        return Optional.of(
            stranger
                .map(said -> said.about(token.name(), token.value()))
                .orElseGet(() -> stranger(token, near)));
      }
      return plain(new Token(token.raw(), "", token.raw().strip(), false));
    }

    private Mistake stranger(Token token, Optional<String> near) {
      var others = near.isPresent() ? "" : others(token);
      return new Mistake(
          "I don't know \"" + token.name() + "\"." + others,
          token.named(token.name()),
          near.map(token::named));
    }

    private Optional<Mistake> doubts() {
      var named = typed.keySet().stream().map(Option::name).collect(Collectors.toSet());
      return typed.values().stream()
          .map(Said::unquoted)
          .filter(words -> !words.isEmpty())
          .flatMap(words -> doubt.about(words, named, asker).stream())
          .findFirst();
    }

    Sorted<T> values() {
      var unclear = doubts();
      if (unclear.isPresent()) {
        return new Sorted.Wrong<>(unclear.get());
      }
      var values = new LinkedHashMap<String, T>();
      for (var entry : typed.entrySet()) {
        var option = entry.getKey();
        switch (option.reader().read(entry.getValue().value(), asker)) {
          case Value.Good<T>(var good) -> values.put(option.name(), good);
          case Value.Bad<T>(var problem, _) -> {
            var called = option.called(entry.getValue().name());
            return new Sorted.Wrong<>(Mistake.of(called + ": " + problem));
          }
        }
      }
      return new Sorted.Right<>(Quotes.strip(text.toString()), values);
    }
  }
}
