package dev.muster.integrations.slack.reaction;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.ReactionAddedEvent;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.people.SlackPeople;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some reactions to a message in an incident's thread note it in the timeline, by the command that
 * does so, for whoever reacts. A reaction of ours says that it stands there; only where it does not
 * is whoever reacts told why, and alone. Blocking and thread-safe.
 */
public final class Reactions {

  private static final Logger log = LoggerFactory.getLogger(Reactions.class);

  /** Says "noted"; a tick could be taken for "resolved". */
  private static final String NOTED = "memo";

  private static final String AGAIN = ". Take it away and add it again in a minute";

  private final SlackApi api;
  private final Supplier<List<String>> emoji;
  private final Messages messages;
  private final Rooms rooms;
  private final Answers answers;

  /**
   * @param plain makes a text of Slack's readable
   */
  public Reactions(Means means, Supplier<List<String>> emoji, UnaryOperator<String> plain) {
    this.api = means.api();
    this.emoji = emoji;
    this.messages = new Messages(means.api(), means.people(), plain);
    this.rooms = means.rooms();
    this.answers = means.answers();
  }

  /** What it works with. */
  public record Means(SlackApi api, SlackPeople people, Rooms rooms, Answers answers) {}

  /** Where reactions mean something, and what they do there. Blocking. */
  public interface Rooms {
    /** Anywhere else people react as they like, and hear nothing of us. */
    boolean isOurs(String channel);

    /** Whether what is said there is about an incident. */
    boolean isIncidents(Origin origin);

    /** Asks as the person who reacts. */
    Reply ask(Origin origin, String text, RequestKey key);
  }

  public void take(EventsApiPayload<ReactionAddedEvent> payload) {
    var event = payload.getEvent();
    var isSomething =
        isMeant(event) && !isOurs(payload) && rooms.isOurs(event.getItem().getChannel());
    if (!isSomething) {
      return;
    }
    try {
      look(event, payload.getEventId());
    } catch (StoreUnavailable away) {
      tell(event, "Muster's database is away" + AGAIN);
    } catch (ChatException trouble) {
      log.atWarn().addKeyValue("reason", trouble.getMessage()).log("A reaction noted nothing");
      switch (trouble.outcome()) {
        case BUSY, FAILED -> tell(event, "Slack did not say what the message is" + AGAIN);
        case REFUSED -> tell(event, String.valueOf(trouble.getMessage()));
        case GONE -> {}
      }
    }
  }

  private void look(ReactionAddedEvent event, String id) {
    var channel = event.getItem().getChannel();
    var found = messages.find(channel, event.getItem().getTs());
    if (found.isEmpty()) {
      return;
    }
    var origin = origin(event, Optional.ofNullable(found.get().getThreadTs()));
    if (rooms.isIncidents(origin)) {
      note(event, origin, messages.quote(channel, found.get(), event.getUser()), id);
    }
  }

  private boolean isMeant(ReactionAddedEvent event) {
    var name = event.getReaction().replaceFirst("::.*", "");
    return "message".equals(event.getItem().getType()) && emoji.get().contains(name);
  }

  /** What we say ourselves stands in the timeline already. */
  private static boolean isOurs(EventsApiPayload<ReactionAddedEvent> payload) {
    var event = payload.getEvent();
    return Objects.requireNonNullElse(payload.getAuthorizations(), List.<Authorization>of())
        .stream()
        .map(Authorization::getUserId)
        .anyMatch(own -> own.equals(event.getUser()) || own.equals(event.getItemUser()));
  }

  private void note(ReactionAddedEvent event, Origin origin, Quotation quotation, String id) {
    var text = quotation.command();
    var reply = rooms.ask(origin, text, RequestKey.once("reaction", id));
    if (stands(reply)) {
      confirm(event.getItem());
    } else {
      answers.give(origin, text, reply);
    }
  }

  /** By this reaction, by somebody else's, or by this one when Slack brought it before. */
  private static boolean stands(Reply reply) {
    return reply.error().filter(why -> why != Reply.Error.REPEATED).isEmpty();
  }

  private static Origin origin(ReactionAddedEvent event, Optional<String> thread) {
    var place = new FormContext.Place(event.getItem().getChannel(), thread.orElse(null), true);
    return new Origin(event.getUser(), place, Optional.empty(), Optional.empty(), Origin.CHANNEL);
  }

  private void tell(ReactionAddedEvent event, String why) {
    var words = "Your reaction put nothing into a timeline: %s.".formatted(why);
    try {
      answers.tell(origin(event, Optional.empty()), Message.of(words));
    } catch (ChatException unheard) {
      log.atWarn().addKeyValue("reason", unheard.getMessage()).log("Nobody was told so in Slack");
    }
  }

  /** It is noted, whether this is seen or not. */
  private void confirm(ReactionAddedEvent.Item item) {
    try {
      api.call(
          "reactions.add",
          item.getChannel(),
          methods ->
              methods.reactionsAdd(request ->
                  request.channel(item.getChannel()).timestamp(item.getTs()).name(NOTED)));
    } catch (SlackException unseen) {
      if (unseen.error().equals("already_reacted")) {
        return;
      }
      log.atInfo().addKeyValue("reason", unseen.getMessage()).log("A note is not marked in Slack");
    }
  }
}
