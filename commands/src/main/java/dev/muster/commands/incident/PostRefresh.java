package dev.muster.commands.incident;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.chat.PostRef;
import java.util.Optional;

/**
 * Brings an incident's root post in one chat to the incident's state, whatever it showed before.
 * Repeating it does no harm. A post that somebody deleted is posted anew, once.
 */
public final class PostRefresh {

  private final IncidentPosts posts;

  public PostRefresh(IncidentPosts posts) {
    this.posts = posts;
  }

  /**
   * Which version a post shows now.
   *
   * @param isFirst whether nobody knew of a post before
   */
  public record Shown(IncidentId incident, PostRef post, long version, boolean isFirst) {}

  /**
   * Empty when there is no such incident.
   *
   * @param isRepeat whether an earlier try may have got through
   */
  public Optional<Shown> refresh(IncidentId id, Chat chat, boolean isRepeat) {
    return posts
        .standing(id, chat.platform())
        .map(standing -> {
          var version = standing.incident().version();
          return new Shown(id, show(standing, chat, isRepeat), version, standing.post().isEmpty());
        });
  }

  private static PostRef show(IncidentPosts.Standing standing, Chat chat, boolean isRepeat) {
    var incident = standing.incident();
    var post = IncidentPost.render(incident);
    var message = standing.own().map(own -> IncidentPost.pointing(post, own)).orElse(post);
    var key = "incident:" + incident.id().value();
    if (standing.post().isEmpty()) {
      return chat.post(incident.channel(), new Once(key, isRepeat), incident.version(), message);
    }
    var shown = standing.post().get();
    try {
      chat.edit(shown, incident.version(), message);
      return shown;
    } catch (ChatException e) {
      if (e.outcome() != Outcome.GONE) {
        throw e;
      }
      // Whoever deletes it a second time wants none there.
      return standing.isReplaced()
          ? shown
          : chat.post(
              incident.channel(), new Once(key + ":again", isRepeat), incident.version(), message);
    }
  }
}
