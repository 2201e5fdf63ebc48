package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Refused;
import java.util.Set;

/** The app's two tokens, and who is let in by them. */
public final class Tokens {

  private static final Set<String> ALL =
      Set.of(
          "app_mentions:read",
          "bookmarks:read",
          "bookmarks:write",
          "channels:history",
          "channels:join",
          "channels:manage",
          "channels:read",
          "chat:write",
          "commands",
          "groups:history",
          "groups:read",
          "groups:write",
          "im:history",
          "im:read",
          "im:write",
          "links:read",
          "links:write",
          "mpim:read",
          "mpim:write",
          "pins:write",
          "reactions:read",
          "reactions:write",
          "usergroups:read",
          "usergroups:write",
          "users:read",
          "users:read.email");

  private final Token bot = new Token("xoxb-0000-fake-bot", ALL);
  private final Token app = new Token("xapp-1-A0MUSTER1-fake", Set.of("connections:write"));

  public Token bot() {
    return bot;
  }

  public Token app() {
    return app;
  }

  Token check(String secret, MethodSpec spec) {
    if (secret.isEmpty()) {
      throw Refused.because("not_authed");
    }
    var token = secret.equals(bot.secret()) ? bot : secret.equals(app.secret()) ? app : null;
    if (token == null) {
      throw Refused.because("invalid_auth");
    }
    if (!token.trouble().isEmpty()) {
      throw Refused.because(token.trouble());
    }
    if (token.isForApp() != spec.name().startsWith("apps.") && !spec.name().equals("auth.test")) {
      throw Refused.because("not_allowed_token_type");
    }
    if (!token.hasAny(spec.rights().scopes())) {
      throw Refused.missingScope(String.join(",", spec.rights().scopes()), token.provided());
    }
    return token;
  }
}
