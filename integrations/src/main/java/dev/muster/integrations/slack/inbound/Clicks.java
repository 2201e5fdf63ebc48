package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Container;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.answer.Origin.Surface;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.web.SlackTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A click is the command that the button or the choice carries, said by whoever clicks. */
final class Clicks {

  private final Errands errands;
  private final InstantSource clock;

  Clicks(Errands errands, InstantSource clock) {
    this.errands = errands;
    this.clock = clock;
  }

  void take(BlockActionPayload payload) {
    for (var action : payload.getActions()) {
      var command = command(action);
      if (command.startsWith("/")) {
        errands.run(origin(payload), () -> command, key(payload, action, command));
      }
    }
  }

  private static String command(Action action) {
    var option = action.getSelectedOption();
    var value = option == null ? action.getValue() : option.getValue();
    return value == null ? "" : value;
  }

  private RequestKey key(BlockActionPayload payload, Action action, String command) {
    var container = payload.getContainer();
    var where = container.getMessageTs() == null ? container.getViewId() : container.getMessageTs();
    return RequestKey.click(
        at(action.getActionTs()), payload.getUser().getId(), String.valueOf(where), command);
  }

  private Instant at(@Nullable String ts) {
    return SlackTime.of(ts).orElseGet(clock::instant);
  }

  private static Origin origin(BlockActionPayload payload) {
    var container = payload.getContainer();
    var isInView = container.getViewId() != null;
    var surface = isInView ? inView(payload) : inMessage(payload);
    return new Origin(
        payload.getUser().getId(),
        isInView ? placeOfView(payload) : placeOfMessage(payload, surface),
        Optional.ofNullable(payload.getTriggerId()),
        Optional.ofNullable(payload.getResponseUrl()),
        surface);
  }

  /** On the Home tab there is nothing to replace. */
  private static Surface inView(BlockActionPayload payload) {
    return "modal".equals(payload.getView().getType())
        ? new Surface.Modal(payload.getContainer().getViewId())
        : Origin.CHANNEL;
  }

  private static FormContext.Place placeOfView(BlockActionPayload payload) {
    return FormContext.read(payload.getView().getPrivateMetadata())
        .map(FormContext::place)
        .orElse(FormContext.Place.NOWHERE);
  }

  private static Surface inMessage(BlockActionPayload payload) {
    var container = payload.getContainer();
    return container.isEphemeral()
        ? new Surface.Whisper()
        : new Surface.Post(thread(container).orElse(container.getMessageTs()));
  }

  /** What is clicked on a post is answered beside it: whoever does so need not see its thread. */
  private static FormContext.Place placeOfMessage(BlockActionPayload payload, Surface surface) {
    var container = payload.getContainer();
    var channel = container.getChannelId();
    var isShown = surface instanceof Surface.Post && !channel.startsWith("D");
    return new FormContext.Place(channel, thread(container).orElse(null), isShown);
  }

  /** The thread that it is an answer in; a root is in none. */
  private static Optional<String> thread(Container container) {
    return Optional.ofNullable(container.getThreadTs())
        .filter(root -> !root.equals(container.getMessageTs()));
  }
}
