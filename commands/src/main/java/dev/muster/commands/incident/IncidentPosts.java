package dev.muster.commands.incident;

import dev.muster.commands.chat.PostRef;
import java.util.Optional;

/** Where the root posts of incidents are. */
public interface IncidentPosts {

  Optional<PostRef> find(IncidentId incident, String platform);
}
