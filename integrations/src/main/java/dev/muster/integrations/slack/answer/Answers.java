package dev.muster.integrations.slack.answer;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Form;
import dev.muster.integrations.slack.answer.Origin.Surface;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.blocks.SlackMessage;
import dev.muster.integrations.slack.form.ModalViews;
import dev.muster.integrations.slack.form.Outcome;
import dev.muster.integrations.slack.web.SlackApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings replies to whoever asked, and to nobody else: what concerns all of them stands in the
 * incident's post and thread. Blocking and thread-safe.
 */
public final class Answers {

  /** Stands in a modal until the work is done. */
  public static final Message WAIT =
      Message.of("Working on it… This window changes as soon as it is done.");

  private final Whispers whispers;
  private final Modals modals;
  private final ModalViews views;

  private Answers(Whispers whispers, Modals modals, ModalViews views) {
    this.whispers = whispers;
    this.modals = modals;
    this.views = views;
  }

  /** In the configuration's zone. */
  public static Answers of(SlackApi api, Supplier<BlockKit> kit) {
    return new Answers(new Whispers(api, kit), new Modals(api), new ModalViews(kit));
  }

  public ModalViews views() {
    return views;
  }

  /** As Slack takes it. */
  public SlackMessage shown(Message message) {
    return whispers.shown(message);
  }

  /**
   * What can be said as a command is acknowledged: nothing that takes a form, or was said before.
   */
  public Optional<SlackMessage> atOnce(Reply reply) {
    return reply.form().isPresent() || isRepeated(reply)
        ? Optional.empty()
        : Optional.of(shown(reply.message()));
  }

  public void give(Origin origin, String text, Reply reply) {
    give(origin, text, reply, isSeen(origin, reply));
  }

  /** Whoever was told to wait hears how it ended, even where everybody sees it. */
  public void giveLate(Origin origin, String text, Reply reply) {
    give(origin, text, reply, false);
  }

  private void give(Origin origin, String text, Reply reply, boolean isSeen) {
    if (isRepeated(reply)) {
      return;
    }
    if (origin.surface() instanceof Surface.Modal(var view)) {
      change(origin, view, text, reply);
    } else if (reply.form().isPresent()) {
      ask(origin, text, reply, reply.form().get().fresh());
    } else if (!isSeen) {
      whispers.say(origin, reply.message());
    }
  }

  /** A modal that says that the work takes a while; empty when it is too late for one. */
  public Optional<Origin> wait(Origin origin, String text) {
    return origin
        .trigger()
        .flatMap(trigger -> modals.open(trigger, views.working(text, WAIT)))
        .map(origin::in);
  }

  /** Says that the work takes a while. */
  public void sayWait(Origin origin, String text, Message words) {
    if (!(origin.surface() instanceof Surface.Modal(var view))
        || !modals.change(view, views.working(text, words))) {
      whispers.say(origin, words);
    }
  }

  /** How it ended, to somebody who was told that it takes a while. */
  public void tellLate(Origin origin, String text, Message message) {
    if (!(origin.surface() instanceof Surface.Modal(var view))
        || !modals.change(view, views.answer(text, message, origin.place()))) {
      whispers.say(origin, message);
    }
  }

  /** What becomes of a modal that was sent and acknowledged before the work was done. */
  public void settle(Origin origin, String view, Reply reply, Outcome outcome) {
    switch (outcome) {
      case Outcome.Other(var other) when modals.change(view, other) -> {}
      case Outcome.Other _ -> whispers.say(origin, reply.message());
      case Outcome.Gone _, Outcome.Wrong _ -> change(origin, view, "", reply);
    }
  }

  public void tell(Origin origin, Message message) {
    whispers.say(origin, message);
  }

  private static boolean isRepeated(Reply reply) {
    return reply.error().equals(Optional.of(Reply.Error.REPEATED));
  }

  /** What everybody is told in the thread need not be said to one of them beside it. */
  private static boolean isSeen(Origin origin, Reply reply) {
    return origin.place().isShown() && reply.error().isEmpty() && !reply.isPrivate();
  }

  private void ask(Origin origin, String text, Reply reply, Form form) {
    var view = views.form(form, Optional.empty(), origin.place());
    var isOpen = origin.trigger().flatMap(trigger -> modals.open(trigger, view)).isPresent();
    if (!isOpen) {
      whispers.say(origin, withButton(reply.message(), text));
    }
  }

  /** Nothing else can open a form: the button says again what was said. */
  private static Message withButton(Message message, String text) {
    var blocks = new ArrayList<>(message.blocks());
    blocks.removeIf(Block.Buttons.class::isInstance);
    blocks.add(new Block.Buttons(List.of(Block.Button.primary("Open form", text))));
    return new Message(message.fallback(), blocks);
  }

  private void change(Origin origin, String view, String text, Reply reply) {
    var form = reply.form().map(it -> views.form(it.fresh(), Optional.empty(), origin.place()));
    var next = form.orElseGet(() -> views.answer(text, reply.message(), origin.place()));
    if (!modals.change(view, next)) {
      whispers.say(origin, form.isPresent() ? withButton(reply.message(), text) : reply.message());
    }
  }
}
