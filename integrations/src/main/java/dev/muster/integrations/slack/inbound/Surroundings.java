package dev.muster.integrations.slack.inbound;

import com.slack.api.bolt.App;
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
        (payload, context) -> {
          errands.await(() -> reactions.take(payload));
          return context.ack();
        });
    app.event(
        UserChangeEvent.class,
        (payload, context) -> {
          var user = payload.getEvent().getUser();
          errands.await(() -> membership.changed(user.getId(), user.isDeleted()));
          return context.ack();
        });
  }
}
