package dev.muster.runbooks.yaml;

import dev.muster.runbooks.text.NearestWords;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import java.util.Collection;
import java.util.stream.Collectors;

/** The turns of phrase that problems have in common. */
public final class Words {

  private static final int SHOWN = 12;
  private static final int LONGEST = 60;

  private Words() {}

  /** Something from the file as it may be shown: quoted, on one line, cut when long. */
  public static String quoted(String text) {
    var line = text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).toArray();
    var shown = new String(line, 0, Math.min(line.length, LONGEST));
    return "`" + shown + (line.length > LONGEST ? "…" : "") + "`";
  }

  /** Ends a sentence about an unknown word: what was probably meant, or else all that is known. */
  public static String insteadOf(String word, Collection<String> known, String plural) {
    if (known.isEmpty()) {
      return "; no " + plural + " are declared";
    }
    var near = didYouMean(word, known);
    return near.isEmpty() ? "; the " + plural + " are " + listed(known) : near;
  }

  /** Ends a sentence with the words that were probably meant; empty when none is near. */
  public static String didYouMean(String word, Collection<String> known) {
    var near = NearestWords.nearest(word, known);
    return near.isEmpty()
        ? ""
        : "; did you mean "
            + near.stream().map(Words::quoted).collect(Collectors.joining(" or "))
            + "?";
  }

  public static String listed(Collection<String> words) {
    var more = words.size() > SHOWN ? " …" : "";
    return words.stream().limit(SHOWN).map(Words::quoted).collect(Collectors.joining(", ")) + more;
  }

  /** The wrong kind of value: what belongs here, what stands here, and how to mend it. */
  public static String expected(String what, Node found) {
    return "expected " + what + " here, found " + found.words() + mend(what, found);
  }

  private static String mend(String what, Node found) {
    if (!(found instanceof Scalar(_, var kind, var text)) || kind == Kind.NOTHING) {
      return "";
    }
    if (what.startsWith("a list") && !what.contains("(lines") && kind == Kind.TEXT) {
      return "; put it in [ ]";
    }
    return what.equals("text") && text.length() <= LONGEST
        ? "; put it in quotes: \"" + text + "\""
        : "";
  }
}
