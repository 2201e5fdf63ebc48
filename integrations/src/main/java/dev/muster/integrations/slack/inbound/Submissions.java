package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import dev.muster.commands.asking.Filled;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.late.FilledIn;
import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.Late;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.answer.Overdue;
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
  private final Overdue overdue;
  private final Errands errands;

  Submissions(Router router, Asking asking, Answers answers, Overdue overdue, Errands errands) {
    this.router = router;
    this.asking = asking;
    this.answers = answers;
    this.overdue = overdue;
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
    var watch = overdue.start();
    var reply = errands.start(() -> send(origin, filled, key)).exceptionally(asking::broken);
    var late = watch.late(reply, () -> owed(origin.in(view.getId()), filled, key));
    if (late.isEmpty() || late.get().isAnswered()) {
      late.ifPresent(it -> errands.later(() -> endWhenHeard(it)));
      var outcome = Outcome.of(reply.join(), filled, answers.views());
      if (outcome instanceof Outcome.Gone(var told) && !filled.place().isShown()) {
        told.ifPresent(message -> errands.later(() -> answers.tell(origin, message)));
      }
      return outcome.response();
    }
    errands.later(() -> settle(origin, view.getId(), filled, late.get()));
    var command = filled.context().command();
    return new Outcome.Other(answers.views().working(command, late.get().words())).response();
  }

  private OwedAnswer owed(Origin origin, FilledView filled, RequestKey key) {
    return overdue.owed(origin, key.requestId(), filled.context().command(), filled.values());
  }

  /** The modal says that it takes a while; of what was sent twice the first one changes it. */
  private void settle(Origin origin, String view, FilledView filled, Late late) {
    try (late) {
      late.await(late.acknowledged())
          .map(reply -> kept(reply, filled))
          .ifPresent(told -> late.end(errands.start(() -> tell(origin, view, filled, told))));
    }
  }

  private static void endWhenHeard(Late late) {
    try (late) {
      late.end(late.acknowledged());
    }
  }

  private Reply tell(Origin origin, String view, FilledView filled, Reply told) {
    if (!told.error().equals(Optional.of(Reply.Error.REPEATED))) {
      answers.settle(origin, view, told, Outcome.of(told, filled, answers.views()));
    }
    return told;
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
    blocks.addAll(FilledIn.lines(filled.values()));
    return reply.saying(new Message(reply.message().fallback(), blocks));
  }
}
