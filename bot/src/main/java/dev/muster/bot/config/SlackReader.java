package dev.muster.bot.config;

import dev.muster.commands.chat.CommandTable;
import dev.muster.integrations.slack.blocks.CommandNames;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code slack}: what slash commands are called there, which are the whole workspace's. */
final class SlackReader {

  private static final String WHAT = "a name such as inc, or false for none";
  private static final String LEAVE_OUT = "; without this line it has its own name";

  /** What people write for true and false; no command is meant to be called so. */
  private static final Set<String> YES_OR_NO =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "none", "null");

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,30}");

  /** Slack takes no other command of these names. slack.com/help/articles/201259356 */
  private static final Set<String> OWN =
      Set.of(
          "active",
          "apps",
          "archive",
          "away",
          "call",
          "collapse",
          "dm",
          "dnd",
          "expand",
          "feed",
          "feedback",
          "huddle",
          "invite",
          "join",
          "kick",
          "leave",
          "me",
          "msg",
          "mute",
          "open",
          "prefs",
          "remind",
          "remove",
          "rename",
          "search",
          "shortcuts",
          "shrug",
          "star",
          "status",
          "topic",
          "unarchive",
          "who");

  private SlackReader() {}

  static CommandNames in(Section top) {
    var slack =
        Section.shape(
            "what is different in Slack, such as {commands: {incident: inc}}",
            section -> section.optional("commands", commands()).orElse(CommandNames.USUAL));
    return top.optional("slack", slack.about("What is different in Slack."))
        .orElse(CommandNames.USUAL);
  }

  private static Shape<CommandNames> commands() {
    return Section.shape(
            "names of slash commands, such as {incident: inc, alert: false}", SlackReader::names)
        .about("What slash commands are called, which are the whole workspace's.");
  }

  private static CommandNames names(Section section) {
    var names = new LinkedHashMap<String, String>();
    section
        .optional(
            CommandTable.ROOT,
            rootName().about("In place of /muster, which leads to all commands."))
        .ifPresent(name -> names.put(CommandTable.ROOT, name));
    for (var word : CommandTable.SLASHES) {
      section
          .optional(word, nameOrNone().about("In place of /%s; false for none.".formatted(word)))
          .ifPresent(name -> names.put(word, name));
    }
    var read = new CommandNames(names);
    tellOfCollisions(section, read);
    return read;
  }

  private static Shape<String> rootName() {
    return Shape.of(
        name()::schema,
        (node, problems) -> {
          if (!(node instanceof Scalar(var place, var kind, var text))
              || (kind != Kind.BOOLEAN && !YES_OR_NO.contains(text))) {
            return name().read(node, problems);
          }
          problems.add(
              place,
              "`/muster` leads to all commands: it can be renamed, such as to `ops`, and not left"
                  + " out");
          return Optional.empty();
        });
  }

  /** Empty for none. */
  private static Shape<String> nameOrNone() {
    return Shape.of(
        () -> Schema.either(Schema.no(), name().schema()),
        (node, problems) -> {
          if (!(node instanceof Scalar(var place, var kind, var text)) || kind != Kind.BOOLEAN) {
            return name().read(node, problems);
          }
          if (text.equals("false")) {
            return Optional.of("");
          }
          problems.add(place, "expected " + WHAT + LEAVE_OUT);
          return Optional.empty();
        });
  }

  private static Shape<String> name() {
    return Shapes.textOf(WHAT)
        .where(
            text -> !text.startsWith("/"),
            text -> "write it without the slash: `" + text.replaceFirst("^/+", "") + "`")
        .where(
            text -> NAME.matcher(text).matches(),
            text ->
                "Slack takes small letters, digits, `-` and `_`, 31 at most, found "
                    + Words.quoted(text))
        .where(
            text -> !YES_OR_NO.contains(text),
            text -> "expected " + WHAT + ", found " + Words.quoted(text) + LEAVE_OUT)
        .where(
            text -> !OWN.contains(text),
            text -> "`/" + text + "` is a command of Slack's own; choose another name")
        .shownAs(() -> Schema.text(NAME));
  }

  private static void tellOfCollisions(Section section, CommandNames names) {
    var taken = new TreeMap<String, String>();
    for (var word : CommandTable.SLASHES) {
      names.called(word).ifPresent(name -> tellIfTaken(section, taken, word, name));
    }
    names
        .called(CommandTable.ROOT)
        .ifPresent(name -> tellIfTaken(section, taken, CommandTable.ROOT, name));
  }

  private static void tellIfTaken(
      Section section, Map<String, String> taken, String word, String name) {
    var other = taken.putIfAbsent(name, word);
    if (other != null) {
      section.problem(
          section.placeOf(section.has(word) ? word : other),
          "`/%s` would be `%s` and `%s`; give one of them another name"
              .formatted(name, other, word));
    }
  }
}
