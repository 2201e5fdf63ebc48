package dev.muster.commands.argument;

import dev.muster.commands.chat.Invocation;
import java.util.List;
import java.util.regex.Pattern;

/** What stands behind a command's name as it was typed, line breaks and all. */
public record Typed(String text) {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WORD = Pattern.compile("\\s*\\S+");

  public Typed {
    text = text.strip();
  }

  /**
   * What was typed behind the words that named the command.
   *
   * @param arguments the words that are left behind the name
   */
  public static Typed behind(Invocation invocation, List<String> arguments) {
    var text = invocation.text().strip();
    var count = text.isEmpty() ? 0 : SPACE.split(text).length;
    var behind = new Typed(text);
    for (var named = count - arguments.size(); named > 0; named--) {
      behind = behind.behindFirst();
    }
    return behind;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  public List<String> words() {
    return isEmpty() ? List.of() : List.of(SPACE.split(text));
  }

  /** The first word; empty where there is none. */
  public String first() {
    return SPACE.split(text, 2)[0];
  }

  public Typed behindFirst() {
    var word = WORD.matcher(text);
    return new Typed(word.lookingAt() ? text.substring(word.end()) : "");
  }
}
