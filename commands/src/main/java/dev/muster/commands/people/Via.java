package dev.muster.commands.people;

import java.util.Optional;

/**
 * The API token that somebody's wish came by.
 *
 * @param token what the audit log calls it; never its secret
 * @param owner who made it and whose rights bound it too; absent for the token that Muster was
 *     started with
 */
public record Via(String token, Optional<Person> owner) {

  /** As the audit log keeps it: {@code mst_k3j9x2m1qa of team-lead}. */
  public String shown() {
    return token + owner.map(person -> " of " + person.id()).orElse("");
  }
}
