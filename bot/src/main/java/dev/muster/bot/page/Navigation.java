package dev.muster.bot.page;

import dev.muster.bot.chat.view.Links;
import dev.muster.commands.chat.ChatHistory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What stands at the left of every page: the channels and the pages of the console. Blocking. */
public final class Navigation {

  private static final List<Tab> TABS =
      List.of(
          new Tab("Overview", "/", false),
          new Tab("Incidents", "/incidents", false),
          new Tab("Runs", "/runs", false),
          new Tab("Alerts", "/alerts", false),
          new Tab("Deliveries", "/deliveries", false));

  private final ChatHistory history;
  private final Supplier<List<String>> channels;

  public Navigation(ChatHistory history, Supplier<List<String>> channels) {
    this.history = history;
    this.channels = channels;
  }

  /** The channels' names, in the order of the configuration. */
  public List<String> names() {
    return channels.get();
  }

  /** As seen from a channel of the chat. */
  public Map<String, Object> in(String channel) {
    return model(channel, "", Links.with("/chat/who", "channel", channel));
  }

  /** As seen from a page of the console, which belongs to one of its lists. */
  public Map<String, Object> at(String tab, String address) {
    return model("", tab, Links.with("/chat/who", "next", address));
  }

  private Map<String, Object> model(String channel, String current, String who) {
    var newest = history.newest(names());
    var entries =
        names().stream()
            .map(name ->
                new Entry(
                    name, Links.channel(name), name.equals(channel), newest.getOrDefault(name, 0L)))
            .toList();
    var tabs = TABS.stream().map(tab -> tab.at(current)).toList();
    return Map.of("channels", entries, "tabs", tabs, "whoHref", who);
  }

  /**
   * A channel in the list.
   *
   * @param latest the id of its newest message; 0 for none
   */
  public record Entry(String name, String href, boolean isCurrent, long latest) {}

  /** A page of the console in the list. */
  public record Tab(String name, String href, boolean isCurrent) {
    Tab at(String current) {
      return new Tab(name, href, href.equals(current));
    }
  }
}
