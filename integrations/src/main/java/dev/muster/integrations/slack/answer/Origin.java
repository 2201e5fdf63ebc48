package dev.muster.integrations.slack.answer;

import dev.muster.integrations.slack.form.FormContext;
import java.util.Optional;

/**
 * Who asks where, and how they can be answered.
 *
 * @param place where it was asked
 * @param trigger opens one modal within three seconds
 * @param responseUrl takes answers for half an hour
 * @param surface what it was asked from
 */
public record Origin(
    String user,
    FormContext.Place place,
    Optional<String> trigger,
    Optional<String> responseUrl,
    Surface surface) {

  /** What something was asked from, by which it can be answered in its place. */
  public sealed interface Surface {

    /** A channel, and nothing in it that could be replaced. */
    record Channel() implements Surface {}

    /** A post that everybody sees, by its thread's root. */
    record Post(String root) implements Surface {}

    /** An answer that only the asker sees. */
    record Whisper() implements Surface {}

    /** A modal, by its id. */
    record Modal(String view) implements Surface {}
  }

  public static final Surface CHANNEL = new Surface.Channel();

  /** The same with a modal, which takes the answer. */
  public Origin in(String view) {
    return new Origin(user, place, Optional.empty(), responseUrl, new Surface.Modal(view));
  }

  /** Whether it was asked in a conversation with us alone. */
  public boolean isDirect() {
    return place.channel().startsWith("D");
  }

  public Optional<String> thread() {
    return Optional.ofNullable(place.thread());
  }
}
