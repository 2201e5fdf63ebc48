package dev.muster.integrations.slack.answer;

import com.slack.api.model.view.View;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.util.Optional;
import java.util.Set;

/** Opens and changes what stands on somebody's screen. Blocking and thread-safe. */
public final class Modals {

  private static final Set<String> TOO_LATE =
      Set.of("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id");

  private final SlackApi api;

  public Modals(SlackApi api) {
    this.api = api;
  }

  /** Answers its id; empty when it came too late. */
  public Optional<String> open(String trigger, View view) {
    try {
      var opened =
          api.call(
              "views.open",
              methods -> methods.viewsOpen(request -> request.triggerId(trigger).view(view)));
      return Optional.of(opened.getView().getId());
    } catch (SlackException refused) {
      if (TOO_LATE.contains(refused.error())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** False when whoever looked at it has closed it. */
  public boolean change(String id, View view) {
    try {
      api.call(
          "views.update", methods -> methods.viewsUpdate(request -> request.viewId(id).view(view)));
      return true;
    } catch (SlackException refused) {
      if (refused.error().equals("not_found")) {
        return false;
      }
      throw refused;
    }
  }
}
