package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.blocks.SlackMessage;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.inbound.Errands.Shown;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything of Slack that means something here. */
final class Handlers {

  private static final Pattern ANY = Pattern.compile("(?s).*");

  private final Utterance utterance;
  private final Errands errands;
  private final Clicks clicks;
  private final Submissions submissions;
  private final Suggestions suggestions;
  private final Shortcuts shortcuts;

  Handlers(
      Utterance utterance,
      Errands errands,
      Clicks clicks,
      Submissions submissions,
      Suggestions suggestions) {
    this.utterance = utterance;
    this.errands = errands;
    this.clicks = clicks;
    this.submissions = submissions;
    this.suggestions = suggestions;
    this.shortcuts = new Shortcuts(utterance, errands);
  }

  void register(App app) {
    app.command(
        ANY,
        (request, context) ->
            command(request).map(said -> context.ack(toAsker(said))).orElseGet(context::ack));
    app.blockAction(
        ANY,
        (request, context) -> {
          clicks.take(request.getPayload());
          return context.ack();
        });
    app.blockSuggestion(
        ANY, (request, context) -> context.ack(suggestions.to(request.getPayload())));
    app.viewSubmission(
        ANY,
        (request, context) ->
            submissions.take(request.getPayload()).map(context::ack).orElseGet(context::ack));
    app.globalShortcut(
        Shortcuts.DECLARE,
        (request, context) -> {
          shortcuts.take(request.getPayload());
          return context.ack();
        });
    app.messageShortcut(
        Shortcuts.DECLARE_FROM_MESSAGE,
        (request, context) -> {
          shortcuts.take(request.getPayload());
          return context.ack();
        });
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          mention(payload);
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          direct(payload);
          return context.ack();
        });
  }

  /** A socket may end with an answer in it; what is said beside it comes all the same. */
  private Optional<SlackMessage> command(SlashCommandRequest request) {
    var payload = request.getPayload();
    return errands.run(
        new Origin(
            payload.getUserId(),
            new FormContext.Place(payload.getChannelId(), null, false),
            Optional.of(payload.getTriggerId()),
            Optional.of(payload.getResponseUrl()),
            Origin.CHANNEL),
        () ->
            utterance.slash(
                payload.getCommand(), Objects.requireNonNullElse(payload.getText(), "")),
        RequestKey.once("command", payload.getTriggerId()),
        request.isSocketMode() ? Shown.THAT_IT_TAKES_LONGER : Shown.ANSWERS_TOO);
  }

  private static SlashCommandResponse toAsker(SlackMessage said) {
    return SlashCommandResponse.builder()
        .responseType("ephemeral")
        .text(said.text())
        .blocks(said.blocks())
        .build();
  }

  private void mention(EventsApiPayload<AppMentionEvent> payload) {
    var event = payload.getEvent();
    if (event.getBotId() == null && event.getUser() != null) {
      var isInThread = event.getThreadTs() != null;
      var place = new FormContext.Place(event.getChannel(), event.getThreadTs(), isInThread);
      said(event.getUser(), place, event.getText(), payload.getEventId());
    }
  }

  /** What is written to us alone; in channels we listen to mentions only. */
  private void direct(EventsApiPayload<MessageEvent> payload) {
    var event = payload.getEvent();
    if ("im".equals(event.getChannelType())
        && event.getBotId() == null
        && event.getUser() != null) {
      var place = new FormContext.Place(event.getChannel(), event.getThreadTs(), false);
      said(event.getUser(), place, event.getText(), payload.getEventId());
    }
  }

  private void said(String user, FormContext.Place place, @Nullable String text, String event) {
    errands.run(
        new Origin(user, place, Optional.empty(), Optional.empty(), Origin.CHANNEL),
        () -> utterance.sentence(text == null ? "" : text),
        RequestKey.once("event", event));
  }
}
