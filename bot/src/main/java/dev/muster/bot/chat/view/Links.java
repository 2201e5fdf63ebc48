package dev.muster.bot.chat.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the built-in chat's pages, and which other addresses may be shown as links. */
public final class Links {

  private Links() {}

  public static String channel(String channel) {
    return "/chat?channel=" + encode(channel);
  }

  public static String thread(String channel, long root) {
    return channel(channel) + "&thread=" + root;
  }

  public static String older(String channel, String cursor) {
    return channel(channel) + "&before=" + encode(cursor);
  }

  /** A link with {@code key=value} behind it. */
  public static String with(String link, String key, String value) {
    return link + (link.contains("?") ? "&" : "?") + key + "=" + encode(value);
  }

  /** Whether it is an absolute http or https address with a host. */
  public static boolean isWeb(String url) {
    try {
      var uri = new URI(url);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
