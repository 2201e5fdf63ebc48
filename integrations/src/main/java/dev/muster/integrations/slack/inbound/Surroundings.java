package dev.muster.integrations.slack.inbound;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.LinkSharedEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.muster.integrations.slack.people.Membership;
import dev.muster.integrations.slack.reaction.Reactions;

/** What happens around us in Slack and is nobody's command. */
final class Surroundings {

  private final Errands errands;
  private final HomeTab home;
  private final Unfurling unfurling;
  private final Reactions reactions;
  private final Membership membership;

  Surroundings(
      Errands errands,
      HomeTab home,
      Unfurling unfurling,
      Reactions reactions,
      Membership membership) {
    this.errands = errands;
    this.home = home;
    this.unfurling = unfurling;
    this.reactions = reactions;
    this.membership = membership;
  }

  void register(App app) {
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          errands.later(() -> home.take(payload));
          return context.ack();
        });
    app.event(
        LinkSharedEvent.class,
        (payload, context) -> {
          errands.later(() -> unfurling.take(payload));
          return context.ack();
        });
    app.event(
        ReactionAddedEvent.class,
        (payload, context) -> taken(() -> reactions.take(payload), context));
    app.event(
        UserChangeEvent.class,
        (payload, context) -> {
          var user = payload.getEvent().getUser();
          return taken(() -> membership.changed(user.getId(), user.isDeleted()), context);
        });
  }

  private Response taken(Runnable work, EventContext context) {
    if (!errands.await(work)) {
      throw new NotTaken();
    }
    return context.ack();
  }

  /** Slack brings it again. Thrown, for Bolt takes an answer of another status for none. */
  static final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotTaken() {
      super("not done yet", null, false, false);
    }
  }
}
