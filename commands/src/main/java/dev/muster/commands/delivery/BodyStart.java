package dev.muster.commands.delivery;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import dev.muster.commands.intake.RawBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a body, as it may be shown in a chat: what is no text is replaced, and so are
 * the values of names that usually hold keys, since more people read a chat than may send alerts.
 */
final class BodyStart {

  private static final int LINES = 15;
  private static final int CHARACTERS = 1_000;
  private static final int READ = 4 * CHARACTERS;

  /** A name, and its value: in quotes up to the last one, or up to where a form's field ends. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)([\\w-]*(?:routing[_-]?key|api[_-]?key|service[_-]?key|token|secret|password|authorization)"
              + "\"?\\s*[:=]\\s*)(\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"?|[^\"&,\\s}]+)");

  private BodyStart() {}

  static List<Block> of(RawBody body) {
    var bytes = body.bytes();
    if (bytes.length == 0) {
      return List.of(Block.line("The body is empty."));
    }
    // Masked before it is cut, so that no key is cut in two and half of it shown.
    var head = new String(bytes, 0, Math.min(bytes.length, READ), StandardCharsets.UTF_8);
    var text = SECRET.matcher(head).replaceAll(BodyStart::masked);
    var shown = text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS);
    var lines = shown.lines().toList();
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line("The body, " + bytes.length + " bytes:"));
    lines.stream()
        .limit(LINES)
        .map(BodyStart::printable)
        .filter(line -> !line.isBlank())
        .forEach(line -> blocks.add(Block.line(Span.code(line))));
    if (lines.size() > LINES || shown.length() < text.length() || bytes.length > READ) {
      blocks.add(Block.line("… and more"));
    }
    return blocks;
  }

  private static String masked(MatchResult secret) {
    var value = secret.group(2).startsWith("\"") ? "\"…\"" : "…";
    return Matcher.quoteReplacement(secret.group(1) + value);
  }

  private static String printable(String line) {
    var clean = new StringBuilder(line.length());
    for (var at = 0; at < line.length(); at++) {
      var c = line.charAt(at);
      var isHalf =
          Character.isSurrogate(c)
              && !(Character.isHighSurrogate(c)
                  && at + 1 < line.length()
                  && Character.isLowSurrogate(line.charAt(at + 1)))
              && !(Character.isLowSurrogate(c)
                  && at > 0
                  && Character.isHighSurrogate(line.charAt(at - 1)));
      clean.append(c == '\t' ? ' ' : Character.isISOControl(c) || isHalf ? '\uFFFD' : c);
    }
    return clean.toString();
  }
}
