package dev.muster.commands.login;

import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Keeps sessions by the hashes of their tokens. Joins the running transaction. */
public interface SessionStore {

  /** Also forgets those that began before {@code oldest}. */
  void add(String hash, Session session, Instant oldest);

  Optional<Session> find(String hash);

  void seen(String hash, Instant at);

  void end(String hash);

  /** Ends all of somebody's. */
  void endAll(PersonId person);

  /** Ends the sessions of everybody else. */
  void keepOnly(Collection<PersonId> people);
}
