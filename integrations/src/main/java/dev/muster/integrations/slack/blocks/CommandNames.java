package dev.muster.integrations.slack.blocks;

import dev.muster.commands.chat.CommandTable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What slash commands are called in this workspace, which has each name once. Immutable.
 *
 * @param names without the slash, by the words that they stand for; empty for one that is left out,
 *     of which everything is said behind the root command
 */
public record CommandNames(Map<String, String> names) {

  /** As everywhere else. */
  public static final CommandNames USUAL = new CommandNames(Map.of());

  /** At the beginning of a word, so that no path of an address is taken for a command. */
  private static final Pattern TYPED =
      Pattern.compile("(?<![^\\s(\"'`])/(%s\\s+)?([a-z]+)(?![\\w/-])".formatted(CommandTable.ROOT));

  private static final String LONG = "/" + CommandTable.ROOT + "-";

  /** Commands without an area, which are no slash commands of their own in Slack. */
  private static final Set<String> ALONE = Set.of("help", "version");

  public CommandNames {
    names = Map.copyOf(names);
  }

  /** Without the slash; empty where there is none. */
  public Optional<String> called(String word) {
    return Optional.of(names.getOrDefault(word, word)).filter(name -> !name.isEmpty());
  }

  /** What somebody calls by a slash command: {@code /muster-incident} is {@code /incident} too. */
  public String meant(String command) {
    var renamed =
        names.entrySet().stream()
            .filter(entry -> command.equals("/" + entry.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    return renamed
        .map(word -> "/" + word)
        .orElseGet(
            () -> command.startsWith(LONG) ? "/" + command.substring(LONG.length()) : command);
  }

  /** A text with its commands as they are typed here. */
  String shown(String text) {
    return text.indexOf('/') < 0
        ? text
        : TYPED.matcher(text).replaceAll(typed -> Matcher.quoteReplacement(typed(typed)));
  }

  private String typed(MatchResult typed) {
    var root = "/" + called(CommandTable.ROOT).orElse(CommandTable.ROOT);
    var word = typed.group(2);
    if (typed.group(1) != null) {
      return root + " " + word;
    }
    if (word.equals(CommandTable.ROOT)) {
      return root;
    }
    if (CommandTable.SLASHES.contains(word)) {
      return called(word).map(name -> "/" + name).orElse(root + " " + word);
    }
    return ALONE.contains(word) ? root + " " + word : typed.group();
  }
}
