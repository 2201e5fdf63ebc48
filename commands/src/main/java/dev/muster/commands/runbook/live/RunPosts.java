package dev.muster.commands.runbook.live;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.runbooks.run.RunId;
import java.util.List;
import java.util.Optional;

/**
 * Where runs are shown in the chats, which of their states that is, and what is still to be said.
 */
public interface RunPosts {

  /** Empty where a run is not shown there. */
  Optional<Standing> standing(RunId run, String platform);

  /** Notes where a run is shown now and which of its states. */
  void shown(RunId run, Shown shown);

  /** Notes that something could not be said there any more. */
  void said(RunId run, String platform, long number);

  /** Notes that something was said, and where. */
  void said(RunId run, News news, PostRef post);

  /** What was said there and is answered, but does not show it yet. */
  List<Answered> answered(RunId run, String platform);

  /** It shows it now, or nobody sees it any more. */
  void edited(RunId run, Answered answered);

  /**
   * How things stand in one chat.
   *
   * @param wanted which state it is to show; goes up with each
   * @param shown which it shows
   * @param isReplaced whether somebody deleted its first message and this is the second
   * @param unsaid what is to be said below it, in order
   */
  record Standing(
      Spot spot,
      Optional<PostRef> post,
      long wanted,
      long shown,
      boolean isReplaced,
      List<News> unsaid) {

    public Standing {
      unsaid = List.copyOf(unsaid);
    }
  }

  /** What a message shows. */
  record Shown(PostRef post, long version, boolean isReplaced) {}

  /** What was said becomes this. */
  record Answered(String key, PostRef post, Message answer) {}

  /** Something to be said once. */
  record News(long number, String key, Message message) {}

  /** Where its message goes. */
  sealed interface Spot {

    /** At the top of a channel, by our name for it. */
    record Top(String channel) implements Spot {}

    /** In the thread of an incident. */
    record Below(PostRef root) implements Spot {}

    /** In the channel that an incident has for itself, by the platform's name for it. */
    record Own(String channel) implements Spot {}

    /** The incident has no post there yet. */
    record NotYet() implements Spot {}
  }
}
