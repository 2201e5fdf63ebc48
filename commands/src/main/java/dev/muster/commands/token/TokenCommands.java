package dev.muster.commands.token;

import dev.muster.commands.chat.Command;
import dev.muster.commands.people.Directory;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The commands of this package, in the order of the help. */
public final class TokenCommands {

  private TokenCommands() {}

  public static List<Command> all(
      ApiTokens tokens, Directory directory, SecureRandom random, InstantSource clock) {
    return List.of(
        new CreateToken(tokens, random, clock),
        new ListTokens(tokens, directory, clock),
        new RevokeToken(tokens, clock));
  }
}
