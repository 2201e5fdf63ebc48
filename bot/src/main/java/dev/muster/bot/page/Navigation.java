package dev.muster.bot.page;

import dev.muster.bot.chat.view.Links;
import dev.muster.commands.chat.ChatHistory;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** What stands at the left of every page: the channels and the pages of the console. Blocking. */
public final class Navigation {

  private static final List<Place> PLACES =
      List.of(
          new Place("Overview", "/", (_, _) -> true),
          new Place("Incidents", "/incidents", viewing("incident")),
          new Place(
              "Runs",
              "/runs",
              (directory, reader) -> Access.some(directory, reader, Access.VIEW).isAllowed()),
          new Place("Operations", "/operations", viewing("report")),
          new Place("Alerts", "/alerts", viewing("alert")),
          new Place("Deliveries", "/deliveries", viewing("alert")));

  private final Directory directory;
  private final ChatHistory history;
  private final Supplier<List<String>> channels;

  public Navigation(Directory directory, ChatHistory history, Supplier<List<String>> channels) {
    this.directory = directory;
    this.history = history;
    this.channels = channels;
  }

  /** The channels' names, in the order of the configuration. */
  public List<String> names() {
    return channels.get();
  }

  /** As seen from a channel of the chat. */
  public Map<String, Object> in(String channel, Person reader) {
    return model(reader, channel, "", Links.with("/chat/who", "channel", channel));
  }

  /** As seen from a page of the console, which belongs to one of its lists. */
  public Map<String, Object> at(String tab, String address, Person reader) {
    return model(reader, "", tab, Links.with("/chat/who", "next", address));
  }

  private Map<String, Object> model(Person reader, String channel, String current, String who) {
    var newest = history.newest(names());
    var entries =
        names().stream()
            .map(name ->
                new Entry(
                    name, Links.channel(name), name.equals(channel), newest.getOrDefault(name, 0L)))
            .toList();
    var tabs =
        PLACES.stream()
            .filter(place -> place.isFor().test(directory, reader))
            .map(place -> new Tab(place.name(), place.href(), place.href().equals(current)))
            .toList();
    return Map.of("channels", entries, "tabs", tabs, "whoHref", who);
  }

  /**
   * A channel in the list.
   *
   * @param latest the id of its newest message; 0 for none
   */
  public record Entry(String name, String href, boolean isCurrent, long latest) {}

  /** A page of the console in the list. */
  public record Tab(String name, String href, boolean isCurrent) {}

  /** A page of the console, and who is led there: nobody to what would refuse them. */
  private record Place(String name, String href, BiPredicate<Directory, Person> isFor) {}

  private static BiPredicate<Directory, Person> viewing(String area) {
    return (directory, reader) -> directory.allows(reader, new Right(area, "view"));
  }
}
