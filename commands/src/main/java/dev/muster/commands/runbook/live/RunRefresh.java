package dev.muster.commands.runbook.live;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.own.OwnChannels;
import dev.muster.commands.runbook.live.RunPosts.Shown;
import dev.muster.commands.runbook.live.RunPosts.Spot;
import dev.muster.commands.runbook.live.RunPosts.Standing;
import dev.muster.runbooks.run.RunId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings the message of a run in one chat to the run's state, whatever it showed before, and says
 * below it what is to be said. Repeating it does no harm. A message that somebody deleted is posted
 * anew, once.
 *
 * @param card of a run as it stands now
 */
public record RunRefresh(RunPosts posts, Function<RunId, Message> card) {

  /** A reply that an earlier try may have left says what was so then. */
  private static final long UNSURE = 1;

  /** Of a reply that was edited; as it was said it is 1. */
  private static final long ANSWERED = 2;

  /** What came of it. */
  public sealed interface Refreshed {

    record Done(Shown shown) implements Refreshed {}

    /** The run is not shown there. */
    record Nothing() implements Refreshed {}

    /** What it goes below is not there yet. */
    record NotYet() implements Refreshed {}
  }

  /**
   * Where it is to be done.
   *
   * @param own channels that incidents have for themselves there
   * @param isRepeat whether an earlier try may have got through
   */
  public record Turn(Chat chat, Optional<OwnChannels> own, boolean isRepeat) {
    Once once(RunId run, String key) {
      return new Once("run:" + run + key, isRepeat);
    }
  }

  public Refreshed refresh(RunId run, Turn turn) {
    var found = posts.standing(run, turn.chat().platform());
    if (found.isEmpty()) {
      return new Refreshed.Nothing();
    }
    var standing = found.get();
    if (standing.post().isEmpty() && standing.spot() instanceof Spot.NotYet) {
      return new Refreshed.NotYet();
    }
    var shown =
        standing
            .post()
            .map(post -> edited(run, standing, post, turn))
            .orElseGet(() -> posted(run, standing, turn, ""));
    var done = standing.unsaid().isEmpty() ? shown : said(run, standing, shown, turn);
    closed(run, turn);
    return new Refreshed.Done(done);
  }

  /** The buttons of what is answered go, one by one, and who answered stands there instead. */
  private void closed(RunId run, Turn turn) {
    for (var answered : posts.answered(run, turn.chat().platform())) {
      try {
        turn.chat().edit(answered.post(), ANSWERED, answered.answer());
      } catch (ChatException e) {
        requireGone(e);
      }
      posts.edited(run, answered);
    }
  }

  private Shown edited(RunId run, Standing standing, PostRef post, Turn turn) {
    var shown = new Shown(post, standing.wanted(), standing.isReplaced());
    if (standing.shown() >= standing.wanted()) {
      return shown;
    }
    try {
      turn.chat().edit(post, standing.wanted(), card.apply(run));
      return shown;
    } catch (ChatException e) {
      requireGone(e);
      // Whoever deletes it a second time wants none there.
      return standing.isReplaced() ? shown : posted(run, standing, turn, ":again");
    }
  }

  private Shown posted(RunId run, Standing standing, Turn turn, String again) {
    var message = card.apply(run);
    var once = turn.once(run, again);
    var wanted = standing.wanted();
    var isReplaced = !again.isEmpty();
    return switch (standing.spot()) {
      case Spot.Top(var channel) ->
          new Shown(turn.chat().post(channel, once, wanted, message), wanted, isReplaced);
      case Spot.Own(var channel) when turn.own().isPresent() ->
          new Shown(turn.own().get().post(channel, once, wanted, message), wanted, isReplaced);
      case Spot.Below(var root) -> {
        var post = turn.chat().reply(root, once, message);
        yield new Shown(post, turn.isRepeat() ? UNSURE : wanted, isReplaced);
      }
      case Spot.Own _, Spot.NotYet _ ->
          throw new ChatException("there is no place for the message of the run there", null);
    };
  }

  /** Noted one by one, so that what is said once is not said again. */
  private Shown said(RunId run, Standing standing, Shown shown, Turn turn) {
    posts.shown(run, shown);
    for (var news : standing.unsaid()) {
      try {
        var once = turn.once(run, ":" + news.key());
        posts.said(run, news, turn.chat().reply(shown.post(), once, news.message()));
      } catch (ChatException e) {
        requireGone(e);
        if (!standing.isReplaced() && !shown.isReplaced()) {
          posts.shown(run, posted(run, standing, turn, ":again"));
          throw e;
        }
        posts.said(run, turn.chat().platform(), news.number());
      }
    }
    return shown;
  }

  private static void requireGone(ChatException e) {
    if (e.outcome() != Outcome.GONE) {
      throw e;
    }
  }
}
