package dev.muster.bot.login;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Caller;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Frame.Way;
import dev.muster.bot.page.Gate;
import dev.muster.bot.page.Knock;
import dev.muster.bot.page.Visit;
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

/** In the demo people pick who they are. Thread-safe. */
final class DemoGate implements Gate {

  private static final String COOKIE = "muster-as";

  private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9._*+-]|%[0-9A-Fa-f]{2})*");

  private static final String KEPT = "; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict";

  private final Frame frame;
  private final Directory directory;

  DemoGate(Frame frame, Directory directory) {
    this.frame = frame;
    this.directory = directory;
  }

  @Override
  public Caller caller(Knock knock) {
    return knock
        .cookie(COOKIE)
        .flatMap(this::person)
        .<Caller>map(person -> new Caller.Known(person, Caller.Way.CHOICE))
        .orElseGet(Caller.Stranger::new);
  }

  @Override
  public Answer strangersPage(Map<String, String> values) {
    return choice(values, "");
  }

  @Override
  public Answer strangersPart() {
    return frame.refusal(
        401,
        List.of("Muster no longer knows who you are. Your text is kept: load this page anew."));
  }

  /** Asks who somebody is, and afterwards leads to what was asked for. */
  Answer choice(Map<String, String> values, String current) {
    var people = directory.people().stream().map(person -> choice(person, current)).toList();
    var model =
        Map.of(
            "people", people,
            "next", values.getOrDefault("next", ""),
            "channel", values.getOrDefault("channel", ""),
            "thread", values.getOrDefault("thread", ""));
    return Answer.page(200, frame.page("who", "Who are you?", model));
  }

  Answer pick(Map<String, String> values) {
    var person = directory.find(new PersonId(values.getOrDefault("person", "")));
    if (person.isEmpty()) {
      return frame.notice(
          404,
          "Nobody by that name",
          List.of("Nothing was changed."),
          new Way("/chat", "Choose from the list"));
    }
    var cookie = URLEncoder.encode(person.get().id().value(), StandardCharsets.UTF_8);
    return Answer.seeOther(wanted(values)).with("Set-Cookie", COOKIE + "=" + cookie + KEPT);
  }

  private Optional<Person> person(String cookie) {
    return ENCODED.matcher(cookie).matches()
        ? directory.find(new PersonId(URLDecoder.decode(cookie, StandardCharsets.UTF_8)))
        : Optional.empty();
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
