package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.web.SlackApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The Home tab: what is somebody's own, what is open, and who is on call. Blocking. */
final class HomeTab {

  private static final Map<String, String> PARTS = parts();

  private final SlackApi api;
  private final Supplier<BlockKit> kit;
  private final Asking asking;
  private final Orders orders;

  HomeTab(SlackApi api, Supplier<BlockKit> kit, Asking asking, Orders orders) {
    this.api = api;
    this.kit = kit;
    this.asking = asking;
    this.orders = orders;
  }

  private static Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    parts.put("You have", "/incident list mine");
    parts.put("Open incidents", "/incident list");
    parts.put("On call", "/oncall who");
    return parts;
  }

  void take(EventsApiPayload<AppHomeOpenedEvent> payload) {
    var event = payload.getEvent();
    if (!"home".equals(event.getTab())) {
      return;
    }
    var blocks = blocks(event.getUser(), payload.getEventId());
    if (!blocks.isEmpty()) {
      publish(event.getUser(), blocks);
    }
  }

  /** Empty when Slack brings the same once more. */
  private List<Block> blocks(String user, String event) {
    var origin =
        new Origin(
            user, FormContext.Place.NOWHERE, Optional.empty(), Optional.empty(), Origin.CHANNEL);
    var blocks = new ArrayList<Block>();
    for (var part : PARTS.entrySet()) {
      var key = RequestKey.once("home", event, part.getValue());
      var reply = asking.ask(origin, part.getValue(), key.requestId(), orders.router()::handle);
      if (reply.error().equals(Optional.of(Reply.Error.REPEATED))) {
        return List.of();
      }
      blocks.add(new Block.Heading(Block.Mark.NONE, part.getKey(), Optional.empty()));
      blocks.addAll(reply.message().blocks());
    }
    blocks.add(
        new Block.Buttons(List.of(Block.Button.primary("Declare incident", "/incident declare"))));
    return blocks;
  }

  private void publish(String user, List<Block> blocks) {
    var view = View.builder().type("home").blocks(kit.get().view(new Message("", blocks))).build();
    api.call(
        "views.publish",
        methods -> methods.viewsPublish(request -> request.userId(user).view(view)));
  }
}
