package dev.muster.integrations.slack.web;

import java.time.Duration;

/**
 * How Slack is reached.
 *
 * @param apiUrl with the slash at its end
 * @param timeout of a whole call, from its first byte to its last
 */
public record SlackAccess(String botToken, String apiUrl, Duration timeout) {

  public static final String SLACK = "https://slack.com/api/";

  private static final Duration USUAL = Duration.ofSeconds(10);

  public SlackAccess {
    apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
  }

  public SlackAccess(String botToken, String apiUrl) {
    this(botToken, apiUrl, USUAL);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Slack at " + withoutUser(apiUrl);
  }

  /** An address that may be shown: a proxy's may have a password in it. */
  public static String withoutUser(String url) {
    return url.replaceFirst("(?s)^(\\w+://)?.*@", "$1");
  }
}
