package dev.muster.runbooks.shape;

import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The shapes of single values. Stateless and thread-safe. */
public final class Shapes {

  private static final int LONGEST_TEXT = 1000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern LINK = Pattern.compile("https?://.+");
  private static final Pattern INTERPOLATION = Pattern.compile("\\$\\{[a-z-]+:");

  private Shapes() {}

  /** A text that says something. Numbers need quotes, so that nothing is rounded or guessed. */
  public static Shape<String> text() {
    return anyText()
        .where(text -> !text.isBlank(), _ -> "an empty text; write something, or delete the key")
        .where(
            text -> text.length() <= LONGEST_TEXT,
            _ -> "longer than " + LONGEST_TEXT + " characters; make it shorter")
        .where(
            text -> !INTERPOLATION.matcher(text).find(),
            _ -> "${…} is filled in for secrets only; write the text itself here");
  }

  /** A text that a number is easily mistaken for: quotes alone would not mend it. */
  public static Shape<String> textOf(String what) {
    var text = text();
    return Shape.of(
        text::schema,
        (node, problems) -> {
          if (node instanceof Scalar(var place, var kind, var number) && kind == Kind.NUMBER) {
            problems.add(place, "expected " + what + ", found " + Words.quoted(number));
            return Optional.empty();
          }
          return text.read(node, problems);
        });
  }

  /** A text that the whole pattern matches. */
  public static Shape<String> text(String what, Pattern pattern) {
    return text()
        .where(
            text -> pattern.matcher(text).matches(),
            text -> "expected " + what + ", found " + Words.quoted(text))
        .shownAs(() -> Schema.text(pattern));
  }

  /** A name as somebody may type it in chat. */
  public static Shape<String> word() {
    return text("a word (letters, digits, `-`, `_`, `.`; 64 at most)", WORD);
  }

  /** One of a fixed set of words. */
  public static Shape<String> oneOf(String kind, String plural, Collection<String> words) {
    return reference(kind, plural, words).shownAs(() -> Schema.oneOf(words));
  }

  /** The name of something that is declared elsewhere in the configuration. */
  public static Shape<String> reference(String kind, String plural, Collection<String> known) {
    return text()
        .where(
            known::contains,
            name ->
                "there is no "
                    + kind
                    + " "
                    + Words.quoted(name)
                    + Words.insteadOf(name, known, plural));
  }

  /** A time zone by the name of its place, so that it follows the clocks there. */
  public static Shape<ZoneId> zone() {
    var known = ZoneId.getAvailableZoneIds();
    return text()
        .where(
            known::contains,
            name -> "there is no time zone " + Words.quoted(name) + nearZone(name, known))
        .map(ZoneId::of);
  }

  /** {@code true} or {@code false}. */
  public static Shape<Boolean> flag() {
    return Shape.of(
        () -> Schema.type("boolean"),
        (node, problems) -> {
          if (node instanceof Scalar(_, var kind, var text) && kind == Kind.BOOLEAN) {
            return Optional.of(text.equalsIgnoreCase("true"));
          }
          problems.add(node.place(), Words.expected("true or false", node));
          return Optional.empty();
        });
  }

  /** A whole number between two others. */
  public static Shape<Integer> number(int least, int most) {
    return Shape.of(
        () -> Schema.type("integer").with("minimum", least).with("maximum", most),
        (node, problems) -> {
          if (node instanceof Scalar(_, var kind, var text)
              && kind == Kind.NUMBER
              && text.matches("\\d{1,9}")
              && Integer.parseInt(text) >= least
              && Integer.parseInt(text) <= most) {
            return Optional.of(Integer.parseInt(text));
          }
          problems.add(node.place(), "expected a number from %d to %d here".formatted(least, most));
          return Optional.empty();
        });
  }

  /** An address that a browser opens. */
  public static Shape<String> link() {
    return text()
        .where(
            Shapes::isLink,
            text -> "expected an address such as https://…, found " + Words.quoted(text))
        .shownAs(() -> Schema.text(LINK));
  }

  private static Shape<String> anyText() {
    return Shape.of(
        () -> Schema.type("string").with("minLength", 1).with("maxLength", LONGEST_TEXT),
        (node, problems) -> {
          if (node instanceof Scalar(_, var kind, var text) && kind == Kind.TEXT) {
            return Optional.of(text);
          }
          problems.add(node.place(), Words.expected("text", node));
          return Optional.empty();
        });
  }

  private static String nearZone(String name, Collection<String> known) {
    var places = known.stream().filter(zone -> zone.contains("/")).toList();
    var cities = places.stream().filter(zone -> zone.endsWith("/" + name)).sorted().toList();
    if (!cities.isEmpty()) {
      return "; did you mean " + Words.quoted(cities.getFirst()) + "?";
    }
    var near = Words.didYouMean(name, places);
    return near.isEmpty() ? "; write a place such as Africa/Nairobi, or UTC" : near;
  }

  private static boolean isLink(String text) {
    try {
      var uri = new URI(text);
      var scheme = uri.getScheme();
      return uri.getHost() != null && ("https".equals(scheme) || "http".equals(scheme));
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
