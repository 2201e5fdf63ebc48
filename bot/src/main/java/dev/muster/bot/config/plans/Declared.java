package dev.muster.bot.config.plans;

import dev.muster.runbooks.shape.Section;
import java.util.List;
import java.util.stream.Stream;

/** The names that a configuration declares, and that others of its parts refer to. */
public record Declared(
    List<String> people,
    List<String> groups,
    List<String> roles,
    List<String> schedules,
    List<String> channels,
    List<String> mailboxes,
    List<String> escalations,
    List<String> notifiers) {

  /** Whether or not what they stand for can be read. */
  public static Declared in(Section top) {
    return new Declared(
        top.namesIn("people"),
        top.namesIn("groups"),
        top.namesIn("roles"),
        top.namesIn("schedules"),
        top.namesIn("channels"),
        top.namesIn("mailboxes"),
        top.namesIn("escalation"),
        Stream.of("pagerduty", "webhook")
            .flatMap(kind -> top.namesIn("notifiers", kind).stream().map(name -> kind + ":" + name))
            .toList());
  }

  /** The names of one kind of notifier. */
  public List<String> notifiers(String kind) {
    return notifiers.stream()
        .filter(name -> name.startsWith(kind + ":"))
        .map(name -> name.substring(kind.length() + 1))
        .toList();
  }
}
