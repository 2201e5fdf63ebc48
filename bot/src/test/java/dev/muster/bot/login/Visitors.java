package dev.muster.bot.login;

import static org.awaitility.Awaitility.await;

import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import java.net.http.HttpResponse;
import java.util.Map;

/** What people do on the login pages. */
final class Visitors {

  private Visitors() {}

  /** Asks for a link, opens it, presses the button; comes back with the cookie. */
  static Browserless loggedIn(String person, ChatServer server) {
    var stranger = Browserless.stranger(server);
    var before = server.logins.sent.size();
    var _ = stranger.post("/login", Map.of("name", person));
    await().until(() -> server.logins.sent.size() > before);
    return stranger.with("Cookie", cookie(stranger.post(path(link(server)), Map.of())));
  }

  /** The address in the last link that was sent. */
  static String link(ChatServer server) {
    return server.logins.sent.getLast().split(" ")[1];
  }

  static String path(String link) {
    return link.replaceFirst("^https?://[^/]+", "");
  }

  /** As the browser shows it. */
  static String cookie(HttpResponse<?> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }
}
