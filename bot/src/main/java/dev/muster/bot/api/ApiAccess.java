package dev.muster.bot.api;

import dev.muster.commands.people.Directory;
import dev.muster.commands.token.ApiToken;
import dev.muster.commands.token.TokenCheck;
import dev.muster.commands.token.TokenSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may call the API: whoever shows the token that Muster was started with, or one that somebody
 * made in the chat; in the demo everybody who reaches it. Blocking and thread-safe.
 */
public final class ApiAccess {

  private static final String ANOTHER = " Make another: /muster token create.";

  private final Optional<String> startToken;
  private final boolean isDemo;
  private final TokenCheck tokens;
  private final Directory directory;
  private final ApiRefusals refusals;

  /**
   * @param startToken has every scope and no owner
   * @param directory with the roles that people have at the moment
   */
  public ApiAccess(
      Optional<String> startToken,
      boolean isDemo,
      TokenCheck tokens,
      Directory directory,
      ApiRefusals refusals) {
    this.startToken = startToken;
    this.isDemo = isDemo;
    this.tokens = tokens;
    this.directory = directory;
    this.refusals = refusals;
  }

  /** Throws the answer when it is nobody. */
  Admitted admit(Knock knock) {
    var shown = knock.token();
    if (shown.filter(this::isStartToken).isPresent()) {
      return admitted(new Caller.Starter(), knock);
    }
    var secret = shown.flatMap(TokenSecret::parse);
    if (secret.isPresent()) {
      return admitted(owner(knock, secret.get()), knock);
    }
    if (isDemo) {
      return admitted(new Caller.Everybody(), knock);
    }
    throw shown.isPresent()
        ? refuse(Refusal.UNKNOWN_TOKEN, knock, Optional.empty(), unknown())
        : refuse(Refusal.NO_TOKEN, knock, Optional.empty(), none());
  }

  private Admitted admitted(Caller caller, Knock knock) {
    return new Admitted(caller, knock, directory, refusals);
  }

  private Caller.Owned owner(Knock knock, TokenSecret secret) {
    return switch (tokens.check(secret)) {
      case TokenCheck.Verdict.Good(var token, var owner) -> new Caller.Owned(token, owner);
      case TokenCheck.Verdict.Unknown _ ->
          throw refuse(Refusal.UNKNOWN_TOKEN, knock, Optional.empty(), unknown());
      case TokenCheck.Verdict.Expired(var token) -> {
        var detail = "This token expired at " + JsonShapes.time(token.expiresAt()) + "." + ANOTHER;
        throw refuse(Refusal.EXPIRED, knock, Optional.of(token), detail);
      }
      case TokenCheck.Verdict.Revoked(var token) ->
          throw refuse(
              Refusal.REVOKED, knock, Optional.of(token), "This token was revoked." + ANOTHER);
      case TokenCheck.Verdict.OwnerLeft(var token) -> {
        var detail =
            "Whoever made this token is not in muster.yaml any more, so it does not work. Somebody"
                + " who is may make another: /muster token create.";
        throw refuse(Refusal.OWNER_LEFT, knock, Optional.of(token), detail);
      }
    };
  }

  private BadCall refuse(Refusal refusal, Knock knock, Optional<ApiToken> token, String detail) {
    return refusals.refuse(refusal, knock, token, detail);
  }

  private boolean isStartToken(String shown) {
    return startToken.isPresent() && MessageDigest.isEqual(bytes(shown), bytes(startToken.get()));
  }

  private String none() {
    return "No token was sent. Send it as Authorization: Bearer TOKEN. " + wherefrom();
  }

  private String unknown() {
    return "This token is not known here; was all of it copied? " + wherefrom();
  }

  private String wherefrom() {
    var made = "Tokens are made in the chat: /muster token create.";
    return startToken.isPresent()
        ? made + " The one that Muster was started with, MUSTER_API_TOKEN, will do too."
        : made + " For the first one start Muster with MUSTER_API_TOKEN.";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
