package dev.muster.bot.page;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.page.Frame.Way;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows who is asking. In the demo people pick who they are; elsewhere nobody is let in, because
 * there is no personal login yet. Thread-safe.
 */
public final class Gate {

  static final String COOKIE = "muster-as";

  private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9._*+-]|%[0-9A-Fa-f]{2})*");

  private static final String KEPT = "; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict";

  private final Frame frame;
  private final Directory directory;
  private final boolean isDemo;

  public Gate(Frame frame, Directory directory, boolean isDemo) {
    this.frame = frame;
    this.directory = directory;
    this.isDemo = isDemo;
  }

  /**
   * Who it is, when we know.
   *
   * @param cookie the cookie's value; empty when there is none
   */
  public Optional<Person> person(String cookie) {
    return isDemo && !cookie.isEmpty() && ENCODED.matcher(cookie).matches()
        ? directory.find(new PersonId(URLDecoder.decode(cookie, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /** The page that a stranger gets in place of the one that was asked for. */
  public Answer strangersPage(Map<String, String> values) {
    return isDemo ? choice(values, "") : Answer.seeOther("/login");
  }

  public Answer strangersPart() {
    return isDemo
        ? frame.refusal(
            401,
            List.of("Muster no longer knows who you are. Your text is kept: load this page anew."))
        : frame.refusal(401, List.of("Personal login is not in this version."));
  }

  /** Asks who somebody is, and afterwards leads to what was asked for. */
  public Answer choice(Map<String, String> values, String current) {
    if (!isDemo) {
      return Answer.seeOther("/login");
    }
    var people = directory.people().stream().map(person -> choice(person, current)).toList();
    var model =
        Map.of(
            "people", people,
            "next", values.getOrDefault("next", ""),
            "channel", values.getOrDefault("channel", ""),
            "thread", values.getOrDefault("thread", ""));
    return Answer.page(200, frame.page("who", "Who are you?", model));
  }

  public Answer pick(Map<String, String> values) {
    var person = directory.find(new PersonId(values.getOrDefault("person", "")));
    if (!isDemo || person.isEmpty()) {
      return frame.notice(
          404,
          "Nobody by that name",
          List.of("Nothing was changed."),
          new Way("/chat", "Choose from the list"));
    }
    var cookie = URLEncoder.encode(person.get().id().value(), StandardCharsets.UTF_8);
    return Answer.seeOther(wanted(values)).with("Set-Cookie", COOKIE + "=" + cookie + KEPT);
  }

  public Answer login() {
    return frame.notice(
        200,
        "No personal login yet",
        List.of(
            "This version of Muster has no personal login, so its own chat is closed here.",
            "Its commands and its API work as configured. The chat is open in the demo only."),
        new Way("/health", "Is Muster well?"));
  }

  private static String wanted(Map<String, String> values) {
    var channel = values.getOrDefault("channel", "");
    var thread = values.getOrDefault("thread", "");
    if (channel.isEmpty()) {
      return Visit.next(values).orElse("/chat");
    }
    var link = Links.channel(channel);
    return thread.isEmpty() ? link : Links.with(link, "thread", thread);
  }

  private static Choice choice(Person person, String current) {
    var roles = String.join(", ", person.roles().stream().sorted().toList());
    return new Choice(
        person.id().value(), person.name(), roles, person.id().value().equals(current));
  }

  /** Somebody to be. */
  public record Choice(String id, String name, String roles, boolean isCurrent) {}
}
