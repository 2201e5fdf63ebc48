package dev.muster.commands.login;

import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Keeps login links by the hashes of their tokens. Joins the running transaction. */
public interface LoginLinkStore {

  /** Also forgets those that expired long before {@code now}. */
  void add(String hash, LoginLink link, Instant now);

  Optional<LoginLink> find(String hash);

  /** Uses it up; false when it is used already, even a moment ago by somebody else. */
  boolean use(String hash, Instant now);

  /** Forgets the links of everybody else. */
  void keepOnly(Collection<PersonId> people);
}
