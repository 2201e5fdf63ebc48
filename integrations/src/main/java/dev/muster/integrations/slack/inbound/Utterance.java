package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.CommandTable;
import dev.muster.integrations.slack.blocks.CommandNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write in Slack as they would type it elsewhere: without Slack's marks for links,
 * people and channels. docs.slack.dev/messaging/formatting-message-text
 */
final class Utterance {

  /** Sentences to us begin with our name, once or twice. */
  private static final Pattern CALLED = Pattern.compile("^(?:\\s*<@[A-Z0-9]+(?:\\|[^>]*)?>)+[,:]?");

  private static final Pattern MARK = Pattern.compile("<([^<>\\s][^<>]*)>");
  private static final String INCIDENT = "incident ";
  private static final String RUNBOOK = "runbook ";

  private final CommandTable table;
  private final Function<String, Optional<String>> people;
  private final Supplier<CommandNames> names;

  /**
   * @param people the id that the configuration has for a user of Slack
   * @param names what slash commands are called now
   */
  Utterance(
      CommandTable table, Function<String, Optional<String>> people, Supplier<CommandNames> names) {
    this.table = table;
    this.people = people;
    this.names = names;
  }

  /** What a slash command says, whatever it is called here. */
  String slash(String command, String text) {
    return (names.get().meant(command) + " " + plain(text)).strip();
  }

  /**
   * What a mention or a direct message says: a verb alone is one of an incident, or else the name
   * of what is done to runs and to nothing else.
   */
  String sentence(String text) {
    var words = plain(CALLED.matcher(text).replaceFirst("")).strip();
    var said = words.startsWith("/") ? words.substring(1) : words;
    var first = new ArrayList<>(Arrays.asList(said.split("\\s+", 2))).getFirst();
    return "/" + area(first.toLowerCase(Locale.ROOT)) + said;
  }

  private String area(String first) {
    var isArea =
        first.isEmpty()
            || first.equals(CommandTable.ROOT)
            || table.find(first).isPresent()
            || !table.inArea(first).isEmpty();
    if (isArea) {
      return "";
    }
    return table.find(INCIDENT + first).isPresent() ? INCIDENT : isOfRuns(first) ? RUNBOOK : "";
  }

  /** By its name: aliases such as {@code no} begin sentences that answer nothing. */
  private boolean isOfRuns(String verb) {
    var name = RUNBOOK + verb;
    return table.withVerb(verb).equals(List.of(name))
        && table.find(name).filter(command -> command.name().equals(name)).isPresent();
  }

  /** Text of a message, readable. */
  String plain(String text) {
    return MARK.matcher(text)
        .replaceAll(mark -> Matcher.quoteReplacement(meant(mark)))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private String meant(MatchResult mark) {
    var inside = mark.group(1);
    var bar = inside.indexOf('|');
    var name = bar < 0 ? inside : inside.substring(0, bar);
    var label = bar < 0 ? "" : inside.substring(bar + 1);
    return switch (name.charAt(0)) {
      case '@' ->
          people
              .apply(name.substring(1))
              .map(id -> "@" + id)
              .orElse("@" + (label.isEmpty() ? name.substring(1) : label));
      case '#' -> "#" + (label.isEmpty() ? name.substring(1) : label);
      case '!' -> "@" + (label.isEmpty() ? name.substring(1) : label.replaceFirst("^@", ""));
      default -> name.startsWith("mailto:") || name.startsWith("tel:") ? label(label, name) : name;
    };
  }

  private static String label(String label, String name) {
    return label.isEmpty() ? name.substring(name.indexOf(':') + 1) : label;
  }
}
