package dev.muster.bot.slack;

import dev.muster.integrations.slack.web.SlackAccess;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the environment says of Slack, checked. Its text has no secret in it.
 *
 * @param signingSecret proves what comes by HTTP
 * @param appToken opens a socket, by which everything comes then
 */
public record SlackSettings(
    String botToken, Optional<String> signingSecret, Optional<String> appToken, String apiUrl) {

  private static final String BOT = "SLACK_BOT_TOKEN";
  private static final String SECRET = "SLACK_SIGNING_SECRET";
  private static final String APP = "SLACK_APP_TOKEN";
  private static final String URL = "SLACK_API_URL";

  /** Empty without a bot token; throws where something is missing or in the wrong place. */
  public static Optional<SlackSettings> of(Function<String, Optional<String>> environment) {
    var bot = environment.apply(BOT).map(String::strip);
    var secret = environment.apply(SECRET).map(String::strip);
    var app = environment.apply(APP).map(String::strip);
    if (bot.isEmpty()) {
      require(secret.isEmpty(), SECRET + " is set and " + BOT + " is not: Slack takes both");
      require(app.isEmpty(), APP + " is set and " + BOT + " is not: Slack takes both");
      return Optional.empty();
    }
    require(
        secret.isPresent() || app.isPresent(),
        BOT
            + " is set, but nothing lets Slack reach Muster: set "
            + SECRET
            + " (Basic Information of the app) to be called at /slack/events, or "
            + APP
            + " (an app-level token) for Socket Mode");
    checkKind(BOT, bot.get(), "xoxb-", "the Bot User OAuth Token under OAuth & Permissions");
    app.ifPresent(
        token -> checkKind(APP, token, "xapp-", "an app-level token under Basic Information"));
    return Optional.of(new SlackSettings(bot.get(), secret, app, apiUrl(environment)));
  }

  public SlackAccess access() {
    return new SlackAccess(botToken, apiUrl);
  }

  @Override
  public String toString() {
    return "Slack at " + apiUrl + (appToken.isPresent() ? " by Socket Mode" : " by HTTP");
  }

  private static String apiUrl(Function<String, Optional<String>> environment) {
    var url = environment.apply(URL).orElse(SlackAccess.SLACK);
    require(
        url.matches("https?://[\\w.-]+(:\\d{1,5})?(/[\\w./~%-]*)?"),
        URL + "=" + url + " is no address; write one such as " + SlackAccess.SLACK);
    return url;
  }

  private static void checkKind(String name, String token, String begin, String where) {
    require(
        token.startsWith(begin) && token.length() > begin.length(),
        name + " does not begin with " + begin + ": it is " + where);
    require(
        token.matches("[!-~]+"),
        name + " has a character that no token has, such as a space: copy it again, " + where);
  }

  private static void require(boolean isRight, String otherwise) {
    if (!isRight) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
