package dev.muster.bot.api;

import dev.muster.commands.people.Person;
import dev.muster.commands.token.ApiToken;

/** Who calls the API. */
sealed interface Caller {

  /** In the demo whoever reaches it, as whomever they like. */
  record Everybody() implements Caller {}

  /** Whoever has the token that Muster was started with: every scope, and nobody in particular. */
  record Starter() implements Caller {}

  /** A program of somebody, within the token's scopes and its owner's rights. */
  record Owned(ApiToken token, Person owner) implements Caller {}
}
