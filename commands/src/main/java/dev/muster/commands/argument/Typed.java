package dev.muster.commands.argument;

import dev.muster.commands.chat.Invocation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands behind a command's name as it was typed, line breaks and all. */
public record Typed(String text) {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ASSIGNED =
      Pattern.compile("(?<name>[\\p{L}][\\p{L}\\d_-]*)(?<sign>[=:])");
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

  /**
   * With {@code --name=value} in place of {@code name=value}, and of {@code name:value} for these
   * names: wherever a word begins outside of quotes.
   */
  public Typed assigning(Set<String> names) {
    var said = new StringBuilder();
    for (var at = 0; at < text.length(); ) {
      var begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
      var assigned = ASSIGNED.matcher(text).region(at, text.length());
      if (begins
          && assigned.lookingAt()
          && (assigned.group("sign").equals("=") || names.contains(assigned.group("name")))) {
        said.append("--").append(assigned.group("name")).append('=');
        at = assigned.end();
      } else {
        var end = Quotes.open(text, at) ? Quotes.end(text, at) : at + 1;
        said.append(text, at, end);
        at = end;
      }
    }
    return new Typed(said.toString());
  }
}
