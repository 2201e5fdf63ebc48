package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
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

/**
 * The Home tab: what is somebody's own, what is open, and who is on call. It is shown and not asked
 * for, as a post is. Blocking.
 */
final class HomeTab {

  private static final Map<String, String> PARTS = parts();
  private static final Message NOTHING =
      Message.of("You may see nothing here yet. Ask whoever runs Muster to give you a role.");

  private final SlackApi api;
  private final Supplier<BlockKit> kit;
  private final Asking asking;
  private final Router looking;

  HomeTab(SlackApi api, Supplier<BlockKit> kit, Asking asking, Router looking) {
    this.api = api;
    this.kit = kit;
    this.asking = asking;
    this.looking = looking;
  }

  private static Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    parts.put("You have", "/incident list mine");
    parts.put("Your shifts", "/oncall mine");
    parts.put("Open incidents", "/incident list");
    parts.put("On call", "/oncall who");
    return parts;
  }

  void take(EventsApiPayload<AppHomeOpenedEvent> payload) {
    var event = payload.getEvent();
    if ("home".equals(event.getTab())) {
      publish(event.getUser(), shown(event.getUser(), payload.getEventId()));
    }
  }

  /** Whatever they may see. */
  Message shown(String user, String event) {
    var origin =
        new Origin(
            user, FormContext.Place.NOWHERE, Optional.empty(), Optional.empty(), Origin.CHANNEL);
    var key = RequestKey.once("home", event);
    return asking.ask(origin, "", key.requestId(), this::look).message();
  }

  private Reply look(Invocation asker) {
    var blocks = new ArrayList<Block>();
    for (var part : PARTS.entrySet()) {
      var reply = looking.handle(asker.saying(part.getValue()));
      if (!reply.error().equals(Optional.of(Reply.Error.DENIED))) {
        blocks.add(new Block.Heading(Block.Mark.NONE, part.getKey(), Optional.empty()));
        blocks.addAll(reply.message().blocks());
      }
    }
    if (blocks.isEmpty()) {
      return Reply.toAsker(NOTHING);
    }
    blocks.addFirst(
        new Block.Buttons(List.of(Block.Button.primary("Declare incident", "/incident declare"))));
    return Reply.toAsker(new Message("", blocks));
  }

  private void publish(String user, Message message) {
    var view = view(kit.get(), message);
    api.call(
        "views.publish",
        methods -> methods.viewsPublish(request -> request.userId(user).view(view)));
  }

  static View view(BlockKit kit, Message message) {
    return View.builder().type("home").blocks(kit.view(message)).build();
  }
}
