package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.login.LoginLinks;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.login.PostgresLoginLinks;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** The console as one person's browser speaks to it, when they are logged in. Thread-safe. */
record Console(URI muster, String cookie) {

  private static final String HERE = "same-origin";

  /** Where a link leads that lets this person in once, as the chat or a mail brings it. */
  static String link(String database, String person) {
    try (var pool = new Database(Pools.open(DatabaseAddress.parse(database), "test", 2))) {
      var links = new LoginLinks(new PostgresLoginLinks(pool), InstantSource.system());
      return "/login/" + links.make(new PersonId(person)).text();
    }
  }

  /** Logged in by such a link. */
  static Console of(URI muster, String database, String person) {
    var headers = Map.of("Sec-Fetch-Site", HERE);
    var answer = new MusterApi(muster).call("POST", link(database, person), headers, "");
    assertThat(answer.statusCode()).isEqualTo(303);
    var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    return new Console(muster, cookie);
  }

  /** What a button in the built-in chat does; answers what is shown then. */
  String press(String channel, String command) {
    var headers =
        Map.of(
            "Cookie",
            cookie,
            "Sec-Fetch-Site",
            HERE,
            "HX-Request",
            "true",
            "Content-Type",
            "application/x-www-form-urlencoded");
    var body = "channel=" + channel + "&thread=&command=" + encoded(command);
    var answer = new MusterApi(muster).call("POST", "/chat/run", headers, body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
