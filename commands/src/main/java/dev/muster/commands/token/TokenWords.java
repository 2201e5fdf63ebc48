package dev.muster.commands.token;

import dev.muster.commands.people.Right;

/** What the commands of this package have in common. */
final class TokenWords {

  static final Right EDIT = new Right("token", "edit");

  private TokenWords() {}

  /** How a command of this package is typed. */
  static String command(String verb, Object arguments) {
    return "/muster token " + verb + " " + arguments;
  }

  static String shown(ApiToken token) {
    return token.name() + " (" + token.id() + ")";
  }
}
