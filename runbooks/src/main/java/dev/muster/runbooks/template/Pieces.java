package dev.muster.runbooks.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text cut into what stands as it is and what is an expression. */
final class Pieces {

  private static final String OPEN = "${{";

  private Pieces() {}

  sealed interface Piece {
    record Plain(String text) implements Piece {}

    record Source(String source) implements Piece {}
  }

  /** Empty when an expression is not closed. A `$` before it makes it signs. */
  static Optional<List<Piece>> of(String text) {
    var pieces = new ArrayList<Piece>();
    var plain = new StringBuilder();
    var at = 0;
    for (var open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
      plain.append(text, at, open);
      if (open > at && text.charAt(open - 1) == '$') {
        plain.setLength(plain.length() - 1);
        plain.append(OPEN);
        at = open + OPEN.length();
        continue;
      }
      var end = end(text, open + OPEN.length());
      if (end < 0) {
        return Optional.empty();
      }
      add(pieces, plain);
      pieces.add(new Piece.Source(text.substring(open + OPEN.length(), end).strip()));
      at = end + 2;
    }
    plain.append(text, at, text.length());
    add(pieces, plain);
    return Optional.of(pieces);
  }

  private static void add(List<Piece> pieces, StringBuilder plain) {
    if (!plain.isEmpty()) {
      pieces.add(new Piece.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  /** The first closing signs that stand in no quotes and close no mapping; -1 if there are none. */
  private static int end(String text, int from) {
    var quote = '\0';
    var braces = 0;
    for (var at = from; at < text.length(); at++) {
      var c = text.charAt(at);
      if (quote != '\0') {
        at += c == '\\' ? 1 : 0;
        quote = c == quote ? '\0' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{') {
        braces++;
      } else if (c == '}' && braces > 0) {
        braces--;
      } else if (text.startsWith("}}", at)) {
        return at;
      }
    }
    return -1;
  }
}
