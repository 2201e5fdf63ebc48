package dev.muster.commands.token;

import dev.muster.commands.people.Right;

/** What the commands of this package have in common. */
final class TokenWords {

  static final Right EDIT = new Right("token", "edit");

  private static final int MAX_ECHO = 60;

  private TokenWords() {}

  /** How a command of this package is typed. */
  static String command(String verb, Object arguments) {
    return "/muster token " + verb + " " + arguments;
  }

  static String shown(ApiToken token) {
    return token.name() + " (" + token.id() + ")";
  }

  static String cut(String text) {
    return text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…";
  }
}
