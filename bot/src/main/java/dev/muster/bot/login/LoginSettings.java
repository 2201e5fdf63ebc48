package dev.muster.bot.login;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.login.proxy.TrustedProxy;
import dev.muster.commands.login.LoginToken;
import java.util.Optional;

/**
 * How the personal login is set up.
 *
 * @param url the address that people reach us by, without which no link can be made: what a request
 *     says of that address may be anybody's
 */
public record LoginSettings(Optional<String> url, Optional<TrustedProxy> proxy) {

  /** Whether browsers may show our cookies over https only. */
  boolean isSecure() {
    return url.filter(it -> it.regionMatches(true, 0, "https:", 0, 6)).isPresent();
  }

  /**
   * The address that a token's link has.
   *
   * @param url as people reach us, with or without a slash at the end
   * @param next the page of ours to go on with; empty for the first
   */
  public static String link(String url, LoginToken token, String next) {
    var link = url.replaceFirst("/+$", "") + "/login/" + token.text();
    return next.isEmpty() ? link : Links.with(link, "next", next);
  }
}
