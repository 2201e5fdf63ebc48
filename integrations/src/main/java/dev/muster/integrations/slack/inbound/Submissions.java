package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import dev.muster.commands.asking.Filled;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.form.FilledView;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.form.Outcome;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Takes modals that were sent: a mistake is marked in them, and nothing typed is lost. Thread-safe.
 */
final class Submissions {

  private final Router router;
  private final Asking asking;
  private final Answers answers;
  private final Errands errands;

  Submissions(Router router, Asking asking, Answers answers, Errands errands) {
    this.router = router;
    this.asking = asking;
    this.answers = answers;
    this.errands = errands;
  }

  /** Empty for a modal of which nothing is to be done. */
  Optional<ViewSubmissionResponse> take(ViewSubmissionPayload payload) {
    var view = payload.getView();
    return FormContext.read(view.getPrivateMetadata())
        .map(context -> take(payload, FilledView.of(view, context)));
  }

  private ViewSubmissionResponse take(ViewSubmissionPayload payload, FilledView filled) {
    var view = payload.getView();
    var key = RequestKey.once("form", view.getId(), filled.contents());
    var origin =
        new Origin(
            payload.getUser().getId(),
            filled.place(),
            Optional.empty(),
            Optional.empty(),
            Origin.CHANNEL);
    var reply = errands.start(() -> send(origin, filled, key));
    if (Errands.isDone(reply)) {
      var outcome = Outcome.of(reply.join(), filled, answers.views());
      if (outcome instanceof Outcome.Gone(var told) && !filled.place().isShown()) {
        told.ifPresent(message -> errands.later(() -> answers.tell(origin, message)));
      }
      return outcome.response();
    }
    errands.later(() -> {
      var late = kept(reply.join(), filled);
      var outcome = Outcome.of(late, filled, answers.views());
      answers.settle(origin, view.getId(), late, outcome);
    });
    return new Outcome.Other(answers.views().working(filled.context().command())).response();
  }

  private Reply send(Origin origin, FilledView filled, RequestKey key) {
    return asking.ask(
        origin,
        filled.context().command(),
        key.requestId(),
        form -> new Filled(router, form, filled.values(), filled.before()).send());
  }

  /** The form is not on the screen any more: what was typed into it stands below the mistake. */
  private static Reply kept(Reply reply, FilledView filled) {
    if (!reply.isMistake() || reply.form().isPresent()) {
      return reply;
    }
    var blocks = new ArrayList<>(reply.message().blocks());
    blocks.add(Block.line("This is what you had filled in:"));
    filled
        .values()
        .forEach((name, value) -> {
          if (!value.isBlank()) {
            blocks.add(Block.line(Span.strong(name + ": "), Span.text(value)));
          }
        });
    return reply.saying(new Message(reply.message().fallback(), blocks));
  }
}
