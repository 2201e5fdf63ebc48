package dev.muster.commands.incident;

import dev.muster.commands.chat.Place;
import java.util.Optional;

/** The threads of incidents in the chats. */
public interface IncidentThreads {

  /** The incident whose thread a place is, if it is one's. */
  Optional<IncidentId> incidentAt(Place place);

  /** Has a reply appended after the running transaction's commit, in every chat of the incident. */
  void append(ThreadReply reply);
}
