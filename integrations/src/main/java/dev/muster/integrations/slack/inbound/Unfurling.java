package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.methods.request.chat.ChatUnfurlRequest.UnfurlDetail;
import com.slack.api.model.event.LinkSharedEvent;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.web.SlackApi;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Links to incidents show what they lead to, where whoever shares them may see it. Blocking. */
final class Unfurling {

  private static final Pattern INCIDENT =
      Pattern.compile("https?://[^/]+/incidents/(\\d{1,18})(?:[/?#].*)?");

  private final SlackApi api;
  private final Supplier<BlockKit> kit;
  private final Asking asking;
  private final Orders orders;

  Unfurling(SlackApi api, Supplier<BlockKit> kit, Asking asking, Orders orders) {
    this.api = api;
    this.kit = kit;
    this.asking = asking;
    this.orders = orders;
  }

  void take(EventsApiPayload<LinkSharedEvent> payload) {
    var event = payload.getEvent();
    var shown = new HashMap<String, UnfurlDetail>();
    for (var link : event.getLinks()) {
      var incident = INCIDENT.matcher(link.getUrl());
      if (incident.matches()) {
        show(payload, link.getUrl(), incident.group(1))
            .ifPresent(detail -> shown.put(link.getUrl(), detail));
      }
    }
    if (!shown.isEmpty()) {
      api.call(
          "chat.unfurl",
          event.getChannel(),
          methods ->
              methods.chatUnfurl(request ->
                  request.channel(event.getChannel()).ts(event.getMessageTs()).unfurls(shown)));
    }
  }

  /** Empty where there is nothing that they may see, and where it was shown already. */
  private Optional<UnfurlDetail> show(
      EventsApiPayload<LinkSharedEvent> payload, String url, String number) {
    var event = payload.getEvent();
    var place = new FormContext.Place(event.getChannel(), null, false);
    var origin =
        new Origin(event.getUser(), place, Optional.empty(), Optional.empty(), Origin.CHANNEL);
    var key = RequestKey.once("link", payload.getEventId(), url);
    var reply =
        asking.ask(origin, "/incident show " + number, key.requestId(), orders.router()::handle);
    return Optional.of(reply).filter(it -> it.error().isEmpty()).map(this::detail);
  }

  private UnfurlDetail detail(Reply reply) {
    var said = kit.get().message(shown(reply.message()));
    return UnfurlDetail.builder().blocks(said.blocks()).fallback(said.text()).build();
  }

  /** Without buttons: whoever reads it may be anybody. */
  static Message shown(Message message) {
    var blocks = message.blocks().stream().filter(it -> !(it instanceof Block.Buttons)).toList();
    return new Message(message.fallback(), blocks);
  }
}
