package dev.muster.bot;

import dev.muster.commands.login.LogIn;
import dev.muster.commands.login.LoginAudit;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginLinks;
import dev.muster.commands.login.LoginToken;
import dev.muster.commands.login.Sessions;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.postgres.login.PostgresLoginLinks;
import dev.muster.integrations.postgres.login.PostgresSessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everybody who may not come in, by what they show. A new kind of identity, such as an expired API
 * token or one without the scope, is one line in {@link #onPages}, {@link #onTheApi} or {@link
 * #onTheIntake}: it is then tried at every address of that kind.
 */
final class Strangers {

  static final String GUEST = "missing role";
  static final String API_TOKEN = "the-api-token";
  static final String SENDER_KEY = "right-key";
  static final String OLD_SENDER_KEY = "old-key";
  static final String OTHER_SENDER_KEY = "pager-key";
  static final String PROXY_HEADER = "X-Forwarded-Email";
  static final String PROXY_ADDRESS = "10.9.8.7";

  private static final String COOKIE = "__Host-muster-session=";

  /** Over, and not yet so long that they would be forgotten. */
  private static final Duration OLD_SESSION = Duration.ofDays(8);

  private static final Duration OLD_LINK = Duration.ofMinutes(20);
  private static final Source FROM = new Source("test", "192.0.2.7");

  private final Database database;

  Strangers(Database database) {
    this.database = database;
  }

  /** Somebody, by the headers that they send. */
  record Identity(String name, Map<String, String> headers) {

    Identity named(String other) {
      return new Identity(other, headers);
    }

    Identity with(Map<String, String> more) {
      var all = new HashMap<>(headers);
      all.putAll(more);
      return new Identity(name, all);
    }
  }

  static Identity nobody() {
    return new Identity("none", Map.of());
  }

  /** Logged in, with every right. */
  Identity devops() {
    return cookie("the right person", session("devops", Duration.ZERO));
  }

  /** Logged in, with no role at all. */
  Identity guest() {
    return cookie(GUEST, session("guest", Duration.ZERO));
  }

  /** Nobody whom the pages know. */
  List<Identity> onPages() {
    return List.of(
        nobody(),
        new Identity("demo cookie", Map.of("Cookie", "muster-as=devops")),
        cookie("unknown session", "A".repeat(43)),
        cookie("unreadable session", "devops"),
        cookie("expired session", session("devops", OLD_SESSION)),
        cookie("ended session", ended()),
        cookie("session of somebody who left", session("gone", Duration.ZERO)),
        cookie("login link as session", link("devops", Duration.ZERO)),
        cookie("used link as session", usedLink()),
        cookie("API token as session", API_TOKEN),
        bearer("API token", API_TOKEN),
        bearer("sender's key", SENDER_KEY));
  }

  /** People whom the proxy is said to know. */
  List<Identity> forgers() {
    var said = Map.of(PROXY_HEADER, "devops@example.org");
    return List.of(
        new Identity("forged proxy header", said),
        new Identity("forged proxy header, and address", said)
            .with(Map.of("X-Forwarded-For", PROXY_ADDRESS, "Forwarded", "for=" + PROXY_ADDRESS)),
        devops().with(said).named("forged proxy header, with a session"));
  }

  /** Nobody whom the API knows. */
  List<Identity> onTheApi() {
    return Stream.concat(
            Stream.of(
                nobody(),
                bearer("wrong token", "guess"),
                bearer("empty token", ""),
                bearer("demo key", "demo"),
                bearer("sender's key", SENDER_KEY),
                bearer("session as token", session("devops", Duration.ZERO)),
                devops().named("session of a person"),
                new Identity("demo cookie", Map.of("Cookie", "muster-as=devops"))),
            forgers().stream())
        .toList();
  }

  /** Nobody who may send alerts. */
  List<Identity> onTheIntake() {
    return List.of(
        nobody(),
        bearer("wrong key", "guess"),
        bearer("expired key", OLD_SENDER_KEY),
        bearer("key of another source", OTHER_SENDER_KEY),
        bearer("demo key", "demo"),
        bearer("API token", API_TOKEN),
        devops().named("session of a person"),
        forgers().getFirst());
  }

  /** What stands in the address of a link that lets nobody in. */
  Map<String, String> deadLinks() {
    return Map.of(
        "unknown link", "B".repeat(43),
        "unreadable link", "devops",
        "expired link", link("devops", OLD_LINK),
        "used link", usedLink(),
        "link of somebody who left", link("gone", Duration.ZERO),
        "session as link", session("devops", Duration.ZERO));
  }

  String link(String person, Duration ago) {
    return new LoginLinks(new PostgresLoginLinks(database), before(ago))
        .make(new PersonId(person))
        .text();
  }

  /** As it was made so long ago. */
  private String session(String person, Duration ago) {
    return enter(link(person, ago), before(ago)).text();
  }

  private String usedLink() {
    var link = link("devops", Duration.ZERO);
    var _ = enter(link, InstantSource.system());
    return link;
  }

  private String ended() {
    var session = session("devops", Duration.ZERO);
    new PostgresSessions(database).end(LoginToken.parse(session).orElseThrow().hash());
    return session;
  }

  /** Knows also whom the configuration does not: they were there then. */
  private LoginToken enter(String link, InstantSource clock) {
    var people = new ArrayList<Person>();
    for (var id : List.of("devops", "guest", "gone")) {
      people.add(new Person(new PersonId(id), id, ZoneOffset.UTC, Set.of()));
    }
    var logIn =
        new LogIn(
            database,
            new LoginLinks(new PostgresLoginLinks(database), clock),
            new Sessions(new PostgresSessions(database), clock),
            new LoginAudit(new PostgresAuditLog(database), clock),
            new Directory(people, Map.of()));
    var outcome = logIn.by(LoginToken.parse(link).orElseThrow(), FROM);
    return ((LogIn.Outcome.In) outcome).session();
  }

  private static InstantSource before(Duration ago) {
    return InstantSource.fixed(Instant.now().minus(ago));
  }

  private static Identity cookie(String name, String value) {
    return new Identity(name, Map.of("Cookie", COOKIE + value));
  }

  private static Identity bearer(String name, String token) {
    return new Identity(name, Map.of("Authorization", "Bearer " + token));
  }
}
