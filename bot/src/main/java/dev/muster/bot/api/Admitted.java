package dev.muster.bot.api;

import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Right;
import dev.muster.commands.token.ApiToken;
import dev.muster.commands.token.Scope;
import java.util.Optional;

/** Somebody who was let in, and how far they may go. */
record Admitted(Caller caller, Knock knock, Directory directory, ApiRefusals refusals) {

  /** Throws the answer where the token has not this scope. */
  void needs(Scope scope) {
    if (caller instanceof Caller.Owned(var token, _) && !token.may(scope)) {
      throw refuse(
          Refusal.SCOPE,
          token,
          "This token lacks the scope %s (%s). Make one that has it: /muster token create NAME"
                  .formatted(scope.word(), scope.about())
              + " scopes:"
              + (scope == Scope.IMPERSONATE ? "command,impersonate" : scope.word()));
    }
  }

  /** Throws the answer where a token's owner has not this right at the moment. */
  void needs(Right right) {
    if (caller instanceof Caller.Owned(var token, var owner)
        && directory.decide(owner, right) instanceof Decision.Refused(var refusal)) {
      throw refuse(
          Refusal.RIGHT,
          token,
          "A token may what its owner may, and %s may not do %s. %s %s"
              .formatted(owner.name(), right, refusal.needs(), refusal.whoHasIt()));
    }
  }

  private BadCall refuse(Refusal refusal, ApiToken token, String detail) {
    return refusals.refuse(refusal, knock, Optional.of(token), detail);
  }
}
