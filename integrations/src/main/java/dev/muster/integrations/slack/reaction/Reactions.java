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
 * does so, for whoever reacts. A reaction of ours says that it stands there; only whoever may not
 * is told more, and alone. Blocking and thread-safe.
 */
public final class Reactions {

  private static final Logger log = LoggerFactory.getLogger(Reactions.class);

  /** Says "noted"; a tick could be taken for "resolved". */
  private static final String NOTED = "memo";

  private final SlackApi api;
  private final Supplier<List<String>> emoji;
  private final Messages messages;
  private final Ask ask;
  private final Answers answers;

  /**
   * @param plain makes a text of Slack's readable
   */
  public Reactions(Means means, Supplier<List<String>> emoji, UnaryOperator<String> plain) {
    this.api = means.api();
    this.emoji = emoji;
    this.messages = new Messages(means.api(), means.people(), plain);
    this.ask = means.ask();
    this.answers = means.answers();
  }

  /** What it works with. */
  public record Means(SlackApi api, SlackPeople people, Ask ask, Answers answers) {}

  /** Asks as the person who reacts. */
  @FunctionalInterface
  public interface Ask {
    /** Empty where it is no incident's place: the reaction means something else there. */
    Optional<Reply> ask(Origin origin, String text, RequestKey key);
  }

  public void take(EventsApiPayload<ReactionAddedEvent> payload) {
    var event = payload.getEvent();
    if (!isMeant(event) || isOurs(payload)) {
      return;
    }
    try {
      messages
          .find(event.getItem().getChannel(), event.getItem().getTs(), event.getUser())
          .ifPresent(quotation -> note(event, quotation, payload.getEventId()));
    } catch (StoreUnavailable away) {
      tell(event, "Muster's database is away");
    } catch (ChatException trouble) {
      log.atWarn().addKeyValue("reason", trouble.getMessage()).log("A reaction noted nothing");
      switch (trouble.outcome()) {
        case BUSY, FAILED -> tell(event, "Slack did not say what the message is");
        case REFUSED, GONE -> {}
      }
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

  private void note(ReactionAddedEvent event, Quotation quotation, String id) {
    var origin = origin(event, quotation.thread());
    var text = quotation.command();
    ask.ask(origin, text, RequestKey.once("reaction", id))
        .ifPresent(reply -> {
          if (reply.error().isPresent()) {
            answers.give(origin, text, reply);
          } else if (!reply.isPrivate()) {
            confirm(event.getItem());
          }
        });
  }

  private static Origin origin(ReactionAddedEvent event, Optional<String> thread) {
    var place = new FormContext.Place(event.getItem().getChannel(), thread.orElse(null), true);
    return new Origin(event.getUser(), place, Optional.empty(), Optional.empty(), Origin.CHANNEL);
  }

  private void tell(ReactionAddedEvent event, String why) {
    answers.tell(
        origin(event, Optional.empty()),
        Message.of(
            "Your reaction put nothing into a timeline: %s. Take it away and add it again in a minute."
                .formatted(why)));
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
      log.atInfo().addKeyValue("reason", unseen.getMessage()).log("A note is not marked in Slack");
    }
  }
}
