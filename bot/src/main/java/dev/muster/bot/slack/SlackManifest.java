package dev.muster.bot.slack;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.integrations.slack.blocks.CommandNames;
import dev.muster.integrations.slack.inbound.Shortcuts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Slack has to know of the app that Muster is there, as YAML to paste where an app is made
 * "from a manifest". Slash commands come from the command table.
 *
 * @param names what they are called where the configuration says nothing
 * @param configured what the configuration calls them
 * @param url where Slack and people reach Muster, with https; without it only a socket will do, and
 *     links to Muster are not unfurled
 * @param isSocket whether Muster calls Slack, rather than Slack Muster
 */
public record SlackManifest(
    CommandTable table, Names names, CommandNames configured, Optional<URI> url, boolean isSocket) {

  /** What the slash commands are called, which are the whole workspace's. */
  public enum Names {
    /** {@code /incident}, {@code /oncall} … beside {@code /muster}. */
    SHORT,
    /** {@code /muster-incident}, where another app has the short ones. */
    LONG,
    /** {@code /muster} alone, which leads to all of them. */
    ROOT
  }

  /** Slack takes 1,000 and cuts off what has no room. */
  private static final int HINT = 50;

  private static final List<String> SCOPES =
      List.of(
          "app_mentions:read",
          "bookmarks:read",
          "bookmarks:write",
          "channels:history",
          "channels:join",
          "channels:manage",
          "channels:read",
          "chat:write",
          "commands",
          "groups:history",
          "groups:read",
          "im:history",
          "im:write",
          "links:read",
          "links:write",
          "pins:write",
          "reactions:read",
          "reactions:write",
          "usergroups:read",
          "users:read",
          "users:read.email");

  private static final List<String> EVENTS =
      List.of(
          "app_home_opened",
          "app_mention",
          "link_shared",
          "message.im",
          "reaction_added",
          "user_change");

  /** What the app may do. */
  static List<String> scopes() {
    return SCOPES;
  }

  /** As YAML. */
  public String text() {
    return """
    # Muster's app for Slack. Paste this at https://api.slack.com/apps: Create New App, From a manifest.
    display_information:
      name: Muster
      description: Incidents, alerts and on-call, where your team talks
      background_color: "#1a1e26"
    features:
      app_home:
        home_tab_enabled: true
        messages_tab_enabled: true
        messages_tab_read_only_enabled: false
      bot_user:
        display_name: muster
        always_online: true
      shortcuts:
        - name: Declare incident
          type: global
          callback_id: %s
          description: Fill in what is wrong and how bad it is
        - name: Declare from message
          type: message
          callback_id: %s
          description: Declare an incident with this message in it
      slash_commands:
    %s%soauth_config:
      scopes:
        bot:
    %ssettings:
      event_subscriptions:
    %s    bot_events:
    %s  interactivity:
        is_enabled: true
    %s  org_deploy_enabled: false
      socket_mode_enabled: %s
      token_rotation_enabled: false
    """
        .formatted(
            Shortcuts.DECLARE,
            Shortcuts.DECLARE_FROM_MESSAGE,
            commands(),
            url.map(at -> "  unfurl_domains:\n    - " + at.getHost() + "\n").orElse(""),
            items("      ", SCOPES),
            calls("    request_url"),
            items("      ", EVENTS),
            calls("    request_url") + calls("    message_menu_options_url"),
            isSocket);
  }

  private String commands() {
    var root =
        command(
            configured.called(CommandTable.ROOT).orElse(CommandTable.ROOT),
            "All that Muster can do; help lists it",
            hint(Stream.concat(Stream.of("help"), rootWords())));
    var areas =
        areas(true)
            .flatMap(area ->
                called(area).stream().map(name -> command(name, about(area), hint(verbs(area)))));
    return root + areas.collect(Collectors.joining());
  }

  private Optional<String> called(String area) {
    if (configured.names().containsKey(area)) {
      return configured.called(area);
    }
    return switch (names) {
      case SHORT -> Optional.of(area);
      case LONG -> Optional.of(CommandTable.ROOT + "-" + area);
      case ROOT -> Optional.empty();
    };
  }

  /** Those that are slash commands of their own, or all. */
  private Stream<String> areas(boolean isShort) {
    return table.all().stream()
        .map(Command::name)
        .filter(name -> name.contains(" "))
        .filter(name -> !isShort || CommandTable.typed(name).equals("/" + name))
        .map(name -> name.substring(0, name.indexOf(' ')))
        .distinct();
  }

  private Stream<String> verbs(String area) {
    return table.inArea(area).stream().map(command -> command.name().substring(area.length() + 1));
  }

  /** What people need most first: the areas, then what stands alone. */
  private Stream<String> rootWords() {
    var alone =
        table.all().stream()
            .map(Command::name)
            .filter(name -> !name.contains(" ") && !name.equals("help"));
    return Stream.concat(areas(true), Stream.concat(alone, areas(false))).distinct();
  }

  private static String about(String area) {
    return switch (area) {
      case "incident" -> "Declare, acknowledge, update and resolve incidents";
      case "oncall" -> "Who is on call, and when you are";
      case "alert" -> "Look at alerts, and silence them";
      case "runbook" -> "Find, preview and run runbooks";
      case "ops" -> "What was done, by runs and by hand";
      default -> "Muster: " + area;
    };
  }

  /** As many words as Slack shows in one line on a phone, and the one that leads to the others. */
  private static String hint(Stream<String> words) {
    var all = words.toList();
    var hint = new StringBuilder();
    for (var word : all) {
      if (hint.length() + word.length() > HINT) {
        return hint + (hint.indexOf("help") < 0 ? "… | help" : "…");
      }
      hint.append(word).append(" | ");
    }
    return hint.substring(0, hint.length() - " | ".length());
  }

  private String command(String name, String description, String hint) {
    return """
        - command: /%s
          description: "%s"
          usage_hint: "%s"
          should_escape: true
    %s\
    """
        .formatted(name, description, hint, calls("      url"));
  }

  /** A line with the address that Slack calls, where it does. */
  private String calls(String key) {
    return isSocket ? "" : key + ": " + url.orElseThrow().resolve("/slack/events") + "\n";
  }

  private static String items(String indent, List<String> items) {
    return items.stream().map(item -> indent + "- " + item + "\n").collect(Collectors.joining());
  }
}
