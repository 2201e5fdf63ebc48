package dev.muster.commands.incident;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.PostRef;
import java.util.Optional;

/**
 * Brings an incident's root post in one chat to the incident's state, whatever it showed before.
 * Repeating it does no harm.
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

  /** Empty when there is no such incident. */
  public Optional<Shown> refresh(IncidentId id, Chat chat) {
    return posts
        .standing(id, chat.platform())
        .map(standing -> {
          var version = standing.incident().version();
          return new Shown(id, show(standing, chat), version, standing.post().isEmpty());
        });
  }

  private static PostRef show(IncidentPosts.Standing standing, Chat chat) {
    var incident = standing.incident();
    var message = IncidentPost.render(incident);
    if (standing.post().isEmpty()) {
      var key = "incident:" + incident.id().value();
      return chat.post(incident.channel(), key, incident.version(), message);
    }
    var post = standing.post().get();
    chat.edit(post, incident.version(), message);
    return post;
  }
}
