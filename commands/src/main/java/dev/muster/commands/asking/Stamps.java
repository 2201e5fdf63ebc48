package dev.muster.commands.asking;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.text.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What fields said when somebody began to change them, each as a short stamp. A form sends them
 * along, so that of two people who change the same field at once neither overwrites unseen what the
 * other wrote.
 */
public record Stamps(Map<String, String> byField) {

  private static final int DIGITS = 12;
  private static final String PAIR = "[a-z-]+=[0-9a-f]{" + DIGITS + "}";
  private static final Pattern END =
      Pattern.compile("(?:^|\\s+)form-saw:(?<pairs>" + PAIR + "(?:," + PAIR + ")*)$");

  public Stamps {
    byField = Map.copyOf(byField);
  }

  /** Of the text that a field said, whatever ends its lines: browsers do so in their own way. */
  public static String of(String text) {
    return Sha256.hex(text.replace("\r\n", "\n").strip()).substring(0, DIGITS);
  }

  /** What stands at the end of what a form types, and people need not. */
  public static Stamps behind(Typed typed) {
    var stamps = new HashMap<String, String>();
    var all = END.matcher(typed.text());
    if (all.find()) {
      for (var pair : all.group("pairs").split(",", -1)) {
        stamps.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return new Stamps(stamps);
  }

  /** What stands before it. */
  public static Typed before(Typed typed) {
    return new Typed(END.matcher(typed.text()).replaceFirst(""));
  }

  /** As it is put behind everything else: {@code form-saw:title=0123456789ab,etr=…}. */
  public String typed() {
    return byField.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(",", "form-saw:", ""));
  }

  /** The command with them behind it, where there are any. */
  public String behind(String command) {
    return byField.isEmpty() ? command : command + " " + typed();
  }

  /** Whether the field says something else by now. */
  public boolean isStale(String field, String now) {
    var seen = byField.get(field);
    return seen != null && !seen.equals(of(now));
  }
}
