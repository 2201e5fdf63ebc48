package dev.muster.commands.incident;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.PostRef;
import java.util.Optional;

/**
 * Brings an incident's root post in one chat to the incident's state, whatever it showed before.
 * Repeating it does no harm.
 */
public final class PostRefresh {

  private final IncidentStore incidents;
  private final IncidentPosts posts;

  public PostRefresh(IncidentStore incidents, IncidentPosts posts) {
    this.incidents = incidents;
    this.posts = posts;
  }

  /** Which version a post shows now. */
  public record Shown(IncidentId incident, PostRef post, long version) {}

  /** Empty when there is no such incident. */
  public Optional<Shown> refresh(IncidentId id, Chat chat) {
    return incidents
        .find(id)
        .map(incident -> new Shown(id, show(incident, chat), incident.version()));
  }

  private PostRef show(Incident incident, Chat chat) {
    var message = IncidentPost.render(incident);
    var known = posts.find(incident.id(), chat.platform());
    if (known.isEmpty()) {
      var key = "incident:" + incident.id().value();
      return chat.post(incident.channel(), key, incident.version(), message);
    }
    chat.edit(known.get(), incident.version(), message);
    return known.get();
  }
}
