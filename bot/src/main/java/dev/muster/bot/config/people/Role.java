package dev.muster.bot.config.people;

import dev.muster.commands.people.Right;
import java.util.Optional;
import java.util.Set;

/**
 * What a role lets people do.
 *
 * @param from the schedule whose people have the role while they are on call
 */
public record Role(Set<Right> grants, Optional<String> from) {

  public Role {
    grants = Set.copyOf(grants);
  }
}
