package dev.muster.integrations.slack.answer;

import com.google.gson.Gson;
import dev.muster.integrations.slack.answer.Origin.Surface;
import dev.muster.integrations.slack.form.FormContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is answered, as text that is kept.
 *
 * @param view the modal that says that it takes a while
 */
record Address(
    String user,
    String channel,
    @Nullable String thread,
    @Nullable String responseUrl,
    @Nullable String view) {

  private static final Gson GSON = new Gson();

  static String written(Origin origin) {
    var view = origin.surface() instanceof Surface.Modal(var id) ? id : null;
    return GSON.toJson(
        new Address(
            origin.user(),
            origin.place().channel(),
            origin.place().thread(),
            origin.responseUrl().orElse(null),
            view));
  }

  static Origin read(String text) {
    var address = GSON.fromJson(text, Address.class);
    return new Origin(
        address.user(),
        new FormContext.Place(address.channel(), address.thread(), false),
        Optional.empty(),
        Optional.ofNullable(address.responseUrl()),
        address.view() == null ? Origin.CHANNEL : new Surface.Modal(address.view()));
  }
}
