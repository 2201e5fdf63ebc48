package dev.muster.commands.alert.own;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How channels are named: a text with placeholders such as <code>inc-{number}-{title}</code>. What
 * comes of it are lower-case letters, digits, {@code -} and {@code _}, few enough for every chat;
 * the title is cut before anything else is. Immutable.
 */
public record NameTemplate(String text) {

  public static final NameTemplate USUAL = new NameTemplate("inc-{number}-{title}");

  /** The one that a name cannot do without: it tells incidents apart. */
  public static final String NUMBER = "number";

  private static final String DATE = "date";
  private static final String SEVERITY = "severity";
  private static final String SERVICE = "service";
  private static final String TITLE = "title";

  /** What can stand between braces. */
  public static final List<String> PLACEHOLDERS = List.of(NUMBER, TITLE, SERVICE, SEVERITY, DATE);

  /** What can stand around them. */
  public static final Pattern AROUND = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]*");

  public static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  /** Slack takes 80; where a name is taken, a few more make it another one. */
  private static final int MOST = 76;

  /** Of a service or a severity. */
  private static final int MOST_OF_A_WORD = 24;

  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern EDGES = Pattern.compile("^[-_]+|[-_]+$");

  /**
   * What names are made of.
   *
   * @param service the first of its services; empty for none
   * @param date on which it was opened, where the team is
   */
  public record Subject(
      long number, String title, String service, String severity, LocalDate date) {}

  /** The name for one incident. */
  public String name(Subject subject) {
    var rest = filled(subject, "");
    var room = Math.max(0, MOST - length(rest));
    return tidy(filled(subject, cut(slug(subject.title()), room)));
  }

  private String filled(Subject subject, String title) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, subject, title)));
  }

  private static String value(MatchResult placeholder, Subject subject, String title) {
    return switch (placeholder.group(1)) {
      case NUMBER -> Long.toString(subject.number());
      case DATE -> subject.date().toString();
      case SEVERITY -> cut(slug(subject.severity()), MOST_OF_A_WORD);
      case SERVICE -> cut(slug(subject.service()), MOST_OF_A_WORD);
      case TITLE -> title;
      default -> throw new IllegalArgumentException(placeholder.group() + " stands for nothing");
    };
  }

  /** Without accents, in lower case, with a hyphen for whatever is neither letter nor digit. */
  private static String slug(String text) {
    var plain = ACCENTS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
    var lower = Normalizer.normalize(plain, Form.NFC).toLowerCase(Locale.ROOT);
    return EDGES.matcher(OTHERS.matcher(lower).replaceAll("-")).replaceAll("");
  }

  /** Nothing that is empty leaves a gap. */
  private static String tidy(String name) {
    return EDGES.matcher(name.replaceAll("-{2,}", "-").replaceAll("_{2,}", "_")).replaceAll("");
  }

  private static String cut(String text, int most) {
    var cut = length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    return EDGES.matcher(cut).replaceAll("");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
