package dev.muster.commands.argument;

import dev.muster.commands.chat.form.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A named value while it is read: the words that belong to it. Not thread-safe. */
final class Said {

  private final String name;
  private final boolean isText;
  private final int most;
  private final List<Token> tokens = new ArrayList<>();

  /**
   * Without any words yet.
   *
   * @param name by which it was called
   * @param isText whether it goes on until the next name, unless it stands in quotes
   * @param most otherwise, how many words it takes without quotes around them
   */
  private Said(String name, boolean isText, int most) {
    this.name = name;
    this.isText = isText;
    this.most = most;
  }

  /**
   * As it begins.
   *
   * @param hasText whether words without a name may be something of their own
   */
  static Said of(Option<?> option, boolean hasText, Token token, List<Token> behind, Asker asker) {
    var isText = hasText && option.isText();
    var named = Stream.of(token.value()).filter(value -> !value.isEmpty());
    var plain = behind.stream().takeWhile(next -> !next.isNamed()).map(Token::value);
    var words = Stream.concat(named, plain).toList();
    var most =
        switch (option.input()) {
          case Input.Time _ -> Clock.leading(words, asker);
          case Input.Word _ -> Durations.leading(words);
          default -> 1;
        };
    return new Said(token.name(), isText, Math.max(1, most));
  }

  String name() {
    return name;
  }

  void take(Token token) {
    tokens.add(token);
  }

  boolean takesMore() {
    return isText ? !isQuoted() : tokens.size() < most;
  }

  private boolean isQuoted() {
    return !tokens.isEmpty() && tokens.getFirst().isQuoted();
  }

  /** As it was typed, or with one space between the words of what is no text. */
  String value() {
    return isText && !isQuoted() && !tokens.isEmpty()
        ? Quotes.strip(tokens.getFirst().written() + behindFirst())
        : tokens.stream().map(Token::value).collect(Collectors.joining(" "));
  }

  /** What a text took that nobody put in quotes, behind its first word. */
  String unquoted() {
    return isText ? behindFirst().strip() : "";
  }

  private String behindFirst() {
    return tokens.stream().skip(1).map(Token::raw).collect(Collectors.joining());
  }
}
