package dev.muster.bot.login;

import static dev.muster.bot.login.Visitors.loggedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import dev.muster.bot.login.proxy.Network;
import dev.muster.bot.login.proxy.TrustedProxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reverse proxy says who somebody is, and others say that they are it. */
class ProxyLoginTest {

  private static final String HEADER = "X-Forwarded-Email";

  private final ChatServer behind = server("127.0.0.0/8");
  private final ChatServer elsewhere = server("10.9.8.0/24");

  @AfterEach
  void close() {
    behind.close();
    elsewhere.close();
  }

  @Test
  void whom_the_proxy_names_is_in() {
    var page = said("devops@example.org", behind).get("/chat");
    var byId = said("eve", behind).inPage().post("/chat/send", message());

    assertThat(page.body())
        .contains("Logged in as", "DevOps Engineer")
        .doesNotContain("Log out", "/chat/who");
    assertThat(byId.body()).contains("&lt;b&gt;Eve&lt;/b&gt;");
  }

  @Test
  void from_anywhere_else_the_header_is_a_forgery_on_every_page() {
    var forger = said("devops@example.org", elsewhere).with("X-Forwarded-For", "10.9.8.7");

    assertThat(List.of("/", "/chat", "/login", "/login/" + "A".repeat(43), "/incidents"))
        .allSatisfy(path -> assertThat(forger.get(path).statusCode()).as(path).isEqualTo(401));
    assertThat(forger.get("/live").statusCode()).isEqualTo(401);
    assertThat(forger.inPage().post("/chat/send", message()).statusCode()).isEqualTo(401);
    assertThat(elsewhere.logins.audited())
        .hasSize(7)
        .containsOnly("login-refused proxy-forged unknown");
    assertThat(elsewhere.logins.audit.getFirst().detail()).hasValue("from 127.0.0.1");
  }

  @Test
  void a_session_does_not_make_a_forged_header_good() {
    var devops = loggedIn("devops", elsewhere);

    assertThat(devops.get("/chat").statusCode()).isEqualTo(200);
    assertThat(devops.with(HEADER, "eve").get("/chat").statusCode()).isEqualTo(401);
  }

  @Test
  void whom_the_proxy_knows_and_we_do_not_is_told_so() {
    var answer = said("stranger@example.org", behind).get("/chat");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Muster does not know you", "muster.yaml");
    assertThat(behind.logins.audited()).containsExactly("login-refused proxy-unknown unknown");
  }

  @Test
  void who_comes_through_the_proxy_without_a_name_logs_in_here() {
    assertThat(said(" ", behind).get("/chat").headers().firstValue("Location")).hasValue("/login");
    assertThat(loggedIn("devops", behind).get("/chat").statusCode()).isEqualTo(200);
  }

  @Test
  void who_asks_without_end_through_the_proxy_shuts_out_nobody_else() {
    var answers = asked(behind, "203.0.113.8, 203.0.113.7", 35);

    assertThat(answers.subList(0, 30)).containsOnly(200);
    assertThat(answers.subList(30, 35)).containsOnly(429);
    assertThat(asked(behind, "203.0.113.7, 203.0.113.8", 1)).containsOnly(200);
  }

  @Test
  void behind_a_proxy_that_nobody_named_one_asker_does_not_shut_out_all() {
    assertThat(asked(elsewhere, "203.0.113.7", 100)).containsOnly(200);
  }

  private static List<Integer> asked(ChatServer server, String forwardedFor, int times) {
    var asker = Browserless.stranger(server).with("X-Forwarded-For", forwardedFor);
    return IntStream.range(0, times)
        .mapToObj(_ -> asker.post("/login", Map.of("name", "nobody")).statusCode())
        .toList();
  }

  private static Browserless said(String name, ChatServer server) {
    return Browserless.stranger(server).with(HEADER, name);
  }

  private static Map<String, String> message() {
    return Map.of("channel", "general", "text", "hello");
  }

  private static ChatServer server(String network) {
    var proxy = new TrustedProxy(HEADER, List.of(Network.parse(network)));
    var settings = new LoginSettings(Optional.of("https://muster.example"), Optional.of(proxy));
    return new ChatServer(InstantSource.fixed(Instant.now()), Optional.of(settings), 0);
  }
}
