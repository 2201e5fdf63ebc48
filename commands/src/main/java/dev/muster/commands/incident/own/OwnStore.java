package dev.muster.commands.incident.own;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.people.PersonId;
import java.util.Optional;

/** What is kept of incidents' own channels. */
public interface OwnStore {

  /** Empty where an incident is a thread from its beginning. */
  Optional<OwnState> find(IncidentId incident, String platform);

  void save(OwnState state);

  /** The same, and whatever is to be said of the incident is said there from now on. */
  void saveOpen(OwnState state);

  /** The same, and the timeline has what the chat refuses to do with the channel. */
  void saveTrouble(OwnState state);

  /** The person who declared the incident, if one did. */
  Optional<PersonId> declarer(IncidentId incident);
}
