package dev.muster.bot.login;

import static dev.muster.bot.login.Visitors.cookie;
import static dev.muster.bot.login.Visitors.link;
import static dev.muster.bot.login.Visitors.loggedIn;
import static dev.muster.bot.login.Visitors.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import dev.muster.commands.chat.Message;
import dev.muster.commands.login.Session;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People log in by a link, through the front door. */
class LoginTest {

  /** Stands still, so that nobody's allowance grows while a test is slow. */
  private final InstantSource clock = InstantSource.fixed(Instant.now());

  private final ChatServer server = new ChatServer(clock, false, 0);
  private final Browserless stranger = Browserless.stranger(server);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_link_lets_somebody_in_who_is_then_nobody_else() {
    server.chat.post("general", Message.of("words for the team"));

    var devops = loggedIn("devops", server);
    var page = devops.get("/chat?channel=general");
    var said = devops.inPage().post("/chat/send", Map.of("channel", "general", "text", "hello"));

    assertThat(page.body())
        .contains("words for the team", "Logged in as", "DevOps Engineer", "Log out")
        .doesNotContain("/chat/who");
    assertThat(said.body()).contains("DevOps Engineer");
    assertThat(server.logins.audited())
        .containsExactly("login-link sent devops", "login done devops");
  }

  @Test
  void the_cookie_is_for_https_and_for_us_alone() {
    var devops = loggedIn("devops@example.org", server);
    var set = stranger.post(path(newLink("eve")), Map.of()).headers().firstValue("Set-Cookie");

    assertThat(devops.headers().get("Cookie")).startsWith("__Host-muster-session=");
    assertThat(set.orElseThrow())
        .contains("; Path=/;", "; Max-Age=2592000;", "; HttpOnly", "; SameSite=Lax", "; Secure");
  }

  @Test
  void whoever_asks_is_told_the_same_whether_they_are_known_or_not() {
    var known = stranger.post("/login", Map.of("name", "devops"));
    var unknown = stranger.post("/login", Map.of("name", "nobody@example.org"));

    assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
    assertThat(unknown.body()).isEqualTo(known.body()).contains("If that is somebody here");
    await()
        .untilAsserted(() ->
            assertThat(server.logins.audited())
                .contains("login-link sent devops", "login-link nobody unknown"));
    assertThat(server.logins.sent).hasSize(1);
  }

  @Test
  void opening_a_link_uses_nothing_up_and_pressing_the_button_does() {
    var path = path(newLink("devops"));

    var opened = stranger.get(path);
    var again = stranger.get(path);
    var entered = stranger.post(path, Map.of("next", "/incidents"));
    var used = stranger.post(path, Map.of());

    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("Log in as", "DevOps Engineer");
    assertThat(opened.headers().map()).doesNotContainKey("set-cookie");
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().firstValue("Location")).hasValue("/incidents");
    assertThat(used.statusCode()).isEqualTo(410);
    assertThat(used.body()).contains("no longer works", "Send me a new link");
    assertThat(used.headers().map()).doesNotContainKey("set-cookie");
    assertThat(stranger.get(path).statusCode()).isEqualTo(410);
    assertThat(server.logins.audited()).contains("login-refused link-used devops");
    assertThat(refused("link-used")).isEqualTo(2);
  }

  @Test
  void a_link_leads_to_the_page_that_was_asked_for_and_to_no_other_site() {
    var _ = stranger.post("/login", Map.of("name", "devops", "next", "/incidents/5"));
    await().until(() -> !server.logins.sent.isEmpty());
    assertThat(link(server))
        .startsWith("https://muster.example/login/")
        .endsWith("%2Fincidents%2F5");

    var entered = stranger.post(path(newLink("eve")), Map.of("next", "//evil.example/"));

    assertThat(entered.headers().firstValue("Location")).hasValue("/");
  }

  @Test
  void a_link_takes_its_address_from_nobody_who_asks() {
    var _ = stranger.with("X-Forwarded-Host", "evil.example").post("/login", Map.of("name", "eve"));
    await().until(() -> !server.logins.sent.isEmpty());

    assertThat(link(server)).startsWith("https://muster.example/login/");
  }

  @Test
  void other_sites_neither_log_in_nor_out() {
    var devops = loggedIn("devops", server);
    var path = path(newLink("eve"));
    var other = Map.of("Origin", "https://evil.example");

    assertThat(List.of("/login", path, "/logout"))
        .allSatisfy(address ->
            assertThat(
                    new Browserless(server.address(), other)
                        .with("Cookie", String.valueOf(devops.headers().get("Cookie")))
                        .post(address, Map.of("name", "eve"))
                        .statusCode())
                .isEqualTo(403));
    assertThat(devops.get("/chat").statusCode()).isEqualTo(200);
    assertThat(stranger.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void who_logs_out_is_out() {
    var devops = loggedIn("devops", server);

    var out = devops.post("/logout", Map.of());

    assertThat(out.headers().firstValue("Location")).hasValue("/login");
    assertThat(cookie(out)).isEqualTo("__Host-muster-session=");
    assertThat(devops.get("/chat").headers().firstValue("Location")).hasValue("/login");
    assertThat(server.logins.sessions).isEmpty();
    assertThat(server.logins.audited()).contains("logout done devops");
  }

  @Test
  void logging_in_again_ends_the_session_before() {
    var before = loggedIn("devops", server);

    var _ = before.post(path(newLink("eve")), Map.of());

    assertThat(before.get("/chat").statusCode()).isEqualTo(303);
    assertThat(server.logins.sessions).hasSize(1);
  }

  @Test
  void a_session_that_nobody_has_is_told_once_and_forgotten_by_the_browser() {
    var guess = stranger.with("Cookie", "__Host-muster-session=" + "A".repeat(43));

    var answers = IntStream.range(0, 5).mapToObj(_ -> guess.get("/chat")).toList();

    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(303);
          assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
              .startsWith("__Host-muster-session=; Path=/; Max-Age=0");
        });
    assertThat(server.logins.audited()).containsExactly("login-refused session-unknown unknown");
  }

  @Test
  void many_requests_look_a_session_up_once() {
    var devops = loggedIn("devops", server);

    for (var i = 0; i < 20; i++) {
      assertThat(devops.inPage().get("/chat/complete?text=/").statusCode()).isEqualTo(200);
    }

    assertThat(server.logins.lookups).hasValue(1);
  }

  @Test
  void guessing_links_shuts_nobody_out_and_does_not_fill_the_audit_log() {
    var path = path(newLink("devops"));
    var before = server.logins.audit.size();

    var answers =
        IntStream.range(0, 70)
            .mapToObj(i -> stranger.get("/login/" + "%043d".formatted(i)).statusCode())
            .toList();

    assertThat(answers).containsOnly(410);
    assertThat(server.logins.audit).hasSize(before + 60);
    assertThat(stranger.post(path, Map.of()).statusCode()).isEqualTo(303);
  }

  @Test
  void asking_for_nobody_does_not_fill_the_audit_log() {
    for (var i = 0; i < 70; i++) {
      assertThat(stranger.post("/login", Map.of("name", "nobody")).statusCode()).isEqualTo(200);
    }

    await().until(() -> links("nobody") == 70);
    assertThat(server.logins.audited()).hasSize(60).containsOnly("login-link nobody unknown");
  }

  @Test
  void one_person_is_not_sent_links_without_end() {
    for (var i = 0; i < 6; i++) {
      assertThat(stranger.post("/login", Map.of("name", "devops")).statusCode()).isEqualTo(200);
    }

    await()
        .until(() ->
            server.logins.audited().stream().filter("login-link too-many devops"::equals).count()
                == 3);
    assertThat(server.logins.sent).hasSize(3);
  }

  @Test
  void without_a_way_to_send_links_the_page_says_how_to_get_one() {
    var settings = new LoginSettings(Optional.empty(), Optional.empty());
    try (var bare = new ChatServer(clock, Optional.of(settings), 0)) {
      var page = Browserless.stranger(bare).get("/login");

      assertThat(page.body())
          .contains("java -jar muster.jar login YOUR-ID", "MUSTER_URL")
          .doesNotContain("<form");
    }
  }

  @Test
  void while_mail_has_trouble_none_is_promised_to_anybody() {
    server.logins.hasTrouble = true;

    var form = stranger.get("/login").body();
    var known = stranger.post("/login", Map.of("name", "devops")).body();
    var unknown = stranger.post("/login", Map.of("name", "nobody")).body();

    assertThat(form).contains("Mail has trouble at the moment", "Send me a link");
    assertThat(known)
        .contains("Mail has trouble at the moment", "java -jar muster.jar login YOUR-ID")
        .doesNotContain("is on its way")
        .isEqualTo(unknown);
    await().until(() -> server.logins.sent.size() == 1);
  }

  @Test
  void a_session_of_somebody_who_left_is_ended() {
    var devops = loggedIn("devops", server);
    server.logins.sessions.replaceAll(
        (_, session) -> new Session(new PersonId("gone"), session.startedAt(), session.seenAt()));

    assertThat(devops.get("/chat").statusCode()).isEqualTo(303);
    assertThat(server.logins.sessions).isEmpty();
    assertThat(server.logins.audited()).contains("login-refused person-gone gone");
  }

  @Test
  void who_is_logged_in_need_not_log_in() {
    var devops = loggedIn("devops", server);

    assertThat(devops.get("/login?next=/alerts").headers().firstValue("Location"))
        .hasValue("/alerts");
    assertThat(devops.get("/login/" + "A".repeat(43)).body())
        .contains("You are logged in as", "DevOps Engineer", "Go on");
  }

  private String newLink(String person) {
    var before = server.logins.sent.size();
    var _ = stranger.post("/login", Map.of("name", person));
    await().until(() -> server.logins.sent.size() > before);
    return link(server);
  }

  private double links(String outcome) {
    return server.logins.registry.counter("muster.login.links", "outcome", outcome).count();
  }

  private double refused(String reason) {
    return server.logins.registry.counter("muster.login.refused", "reason", reason).count();
  }
}
