package dev.muster.bot.slack;

import dev.muster.integrations.slack.web.SlackAccess;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

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

  /** Networks of containers have names with underscores too. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:.*@)?(?:\\[[0-9a-fA-F:.]+]|[\\w.-]+)(?::(?<port>[0-9]{1,5}))?");

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
    var by = appToken.isPresent() ? " by Socket Mode" : " by HTTP";
    return "Slack at " + SlackAccess.withoutUser(apiUrl) + by;
  }

  private static String apiUrl(Function<String, Optional<String>> environment) {
    var url = environment.apply(URL).map(String::strip).orElse(SlackAccess.SLACK);
    require(
        isAddress(url),
        URL
            + "="
            + SlackAccess.withoutUser(url)
            + " is no address; write one such as "
            + SlackAccess.SLACK);
    return url;
  }

  private static boolean isAddress(String url) {
    try {
      var uri = new URI(url);
      var authority = AUTHORITY.matcher(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
      return url.matches("https?://.*")
          && authority.matches()
          && (authority.group("port") == null
              || Integer.parseInt(authority.group("port")) <= 65_535)
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
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
