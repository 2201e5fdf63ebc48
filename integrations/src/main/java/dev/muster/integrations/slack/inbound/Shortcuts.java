package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.form.Cut;
import dev.muster.integrations.slack.form.FormContext;
import java.util.Objects;
import java.util.Optional;

/** Shortcuts: from anywhere, and from the menu of a message, whose words stand in the form. */
public final class Shortcuts {

  /** Their callback ids, as the app's manifest has them. */
  public static final String DECLARE = "declare_incident";

  public static final String DECLARE_FROM_MESSAGE = "declare_from_message";

  private static final String COMMAND = "/incident declare";
  private static final int TITLE = 150;
  private static final int SUMMARY = 1_000;

  private final Utterance utterance;
  private final Errands errands;

  Shortcuts(Utterance utterance, Errands errands) {
    this.utterance = utterance;
    this.errands = errands;
  }

  /** There is no channel to answer in: what comes of it is told in a direct message. */
  void take(GlobalShortcutPayload payload) {
    var origin =
        new Origin(
            payload.getUser().getId(),
            FormContext.Place.NOWHERE,
            Optional.of(payload.getTriggerId()),
            Optional.empty(),
            Origin.CHANNEL);
    errands.run(origin, () -> COMMAND, RequestKey.once("shortcut", payload.getTriggerId()));
  }

  void take(MessageShortcutPayload payload) {
    var text = Objects.requireNonNullElse(payload.getMessage().getText(), "");
    var place = new FormContext.Place(payload.getChannel().getId(), null, false);
    var origin =
        new Origin(
            payload.getUser().getId(),
            place,
            Optional.of(payload.getTriggerId()),
            Optional.ofNullable(payload.getResponseUrl()),
            Origin.CHANNEL);
    errands.run(origin, () -> about(text), RequestKey.once("shortcut", payload.getTriggerId()));
  }

  /** Its first line is the title; where there is more, all of it is the summary. */
  private String about(String text) {
    var plain = utterance.plain(text).strip();
    var first = plain.lines().findFirst().orElse("").strip();
    var title = Cut.to(TITLE, first);
    if (title.isEmpty()) {
      return COMMAND;
    }
    var said = COMMAND + " " + Quotes.around(title);
    return title.equals(plain) ? said : said + " summary:" + Quotes.around(Cut.to(SUMMARY, plain));
  }
}
