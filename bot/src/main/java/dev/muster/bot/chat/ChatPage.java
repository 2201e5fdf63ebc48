package dev.muster.bot.chat;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.chat.view.MessageViews;
import dev.muster.bot.chat.view.ThreadPane;
import dev.muster.bot.chat.view.Times;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Frame.Way;
import dev.muster.bot.page.Navigation;
import dev.muster.bot.page.Visit;
import dev.muster.commands.chat.ChatHistory;
import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.people.Directory;
import dev.muster.commands.store.PageRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page with channels, messages and a thread, and single messages of it. Blocking. */
final class ChatPage {

  private static final int ROOTS = 40;
  private static final int REPLIES = 200;

  private final Frame frame;
  private final ChatHistory history;
  private final InstantSource clock;
  private final Directory directory;
  private final Navigation navigation;

  ChatPage(Frame frame, ChatServices services, Directory directory, Navigation navigation) {
    this.frame = frame;
    this.history = services.history();
    this.clock = services.clock();
    this.directory = directory;
    this.navigation = navigation;
  }

  Answer show(Visit visit) {
    var channel = visit.channel().isEmpty() ? navigation.names().getFirst() : visit.channel();
    if (!navigation.names().contains(channel)) {
      return unknownChannel(channel);
    }
    return switch (pane(visit, channel)) {
      case ThreadPane.Elsewhere(var href) -> Answer.seeOther(href);
      case ThreadPane.Missing missing -> Answer.page(404, page(visit, channel, missing));
      case ThreadPane pane -> Answer.page(200, page(visit, channel, pane));
    };
  }

  /** One message as it stands in a page. */
  Answer message(Visit visit) {
    return Visit.number(visit.value("id"))
        .flatMap(history::find)
        .map(message -> part(visit, message))
        .orElseGet(() -> frame.refusal(404, List.of("This message is not there any more.")));
  }

  Answer part(Visit visit, ChatMessage message) {
    var view = views(visit).of(message);
    return Answer.part(200, "message", frame.part("one", Map.of("message", view)));
  }

  MessageViews views(Visit visit) {
    return new MessageViews(new Times(visit.person().zone(), clock.instant()), directory);
  }

  private ThreadPane pane(Visit visit, String channel) {
    if (visit.value("thread").isEmpty()) {
      return new ThreadPane.Closed();
    }
    var found = visit.thread().flatMap(history::find);
    if (found.isEmpty()) {
      return new ThreadPane.Missing(visit.value("thread"));
    }
    var message = found.get();
    if (message.thread().isPresent() || !message.channel().equals(channel)) {
      var root = message.thread().orElse(message.id());
      return new ThreadPane.Elsewhere(Links.thread(message.channel(), root));
    }
    var views = views(visit);
    var replies = views.of(history.thread(message.id(), REPLIES));
    var earlier = Math.max(0, message.replies() - replies.size());
    return new ThreadPane.Open(views.of(message), replies, earlier);
  }

  private String page(Visit visit, String channel, ThreadPane pane) {
    var before = Optional.of(visit.value("before")).filter(cursor -> !cursor.isEmpty());
    var page = history.roots(channel, new PageRequest(ROOTS, before));
    var model = new HashMap<String, Object>();
    model.put("me", visit.person());
    model.put("way", visit.way());
    model.put("now", clock.instant());
    model.put("site", visit.site());
    model.put("alertAt", clock.instant().truncatedTo(ChronoUnit.SECONDS));
    model.put("channel", channel);
    model.put("channelHref", Links.channel(channel));
    model.put("channelsHref", Links.with(Links.channel(channel), "show", "channels"));
    model.put("showsChannels", visit.value("show").equals("channels"));
    model.putAll(navigation.in(channel, visit.person()));
    model.put("messages", views(visit).of(page.items()).reversed());
    model.put("older", page.nextCursor().map(next -> Links.older(channel, next)).orElse(""));
    model.put("isNewest", before.isEmpty());
    model.put("pane", pane);
    return frame.page("chat", "#" + channel, model);
  }

  private Answer unknownChannel(String channel) {
    var known = navigation.names();
    var first = known.getFirst();
    return frame.notice(
        404,
        "There is no channel #" + channel,
        List.of("The channels here: #" + String.join(", #", known) + "."),
        new Way(Links.channel(first), "Open #" + first));
  }
}
