package dev.muster.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Message;
import dev.muster.commands.store.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChatSecurityTest {

  private static final Map<String, String> HELLO =
      Map.of("channel", "general", "thread", "", "text", "hello");

  @Test
  void asks_who_you_are_and_remembers_it_in_a_strict_cookie() {
    try (var server = demo()) {
      var stranger = Browserless.stranger(server);

      var asked = stranger.get("/chat?channel=general&thread=7");
      var picked =
          stranger.post("/chat/who", Map.of("person", "eve", "channel", "general", "thread", "7"));

      assertThat(asked.statusCode()).isEqualTo(200);
      assertThat(asked.body())
          .contains("DevOps Engineer", "operator, responder", "&lt;b&gt;Eve&lt;/b&gt;");
      assertThat(picked.statusCode()).isEqualTo(303);
      assertThat(picked.headers().firstValue("Location"))
          .hasValue("/chat?channel=general&thread=7");
      assertThat(picked.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("muster-as=eve;")
          .contains("HttpOnly", "SameSite=Strict", "Path=/");
    }
  }

  @Test
  void leads_nowhere_else_after_picking() {
    try (var server = demo()) {
      var form = Map.of("person", "eve", "channel", "//evil.example/\r\nX: y", "thread", "");

      var picked = Browserless.stranger(server).post("/chat/who", form);

      assertThat(picked.headers().firstValue("Location"))
          .hasValue("/chat?channel=%2F%2Fevil.example%2F%0D%0AX%3A+y");
    }
  }

  @Test
  void shows_nothing_to_somebody_unknown() {
    try (var server = demo()) {
      server.chat.post("general", Message.of("a secret"));
      var nobody = Browserless.as("nobody", server).inPage();

      assertThat(nobody.get("/chat?channel=general").body()).doesNotContain("a secret");
      assertThat(nobody.get("/chat/messages/1").statusCode()).isEqualTo(401);
      assertThat(nobody.get("/live?channel=general").statusCode()).isEqualTo(401);
      assertThat(nobody.post("/chat/send", HELLO).statusCode()).isEqualTo(401);
      assertThat(Browserless.as("%zz", server).get("/chat").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void sends_forbidding_headers_with_every_answer() {
    try (var server = demo()) {
      var devops = Browserless.as("devops", server);
      var page = devops.get("/chat").body();
      var style = asset(page, "chat.css");

      assertThat(List.of("/chat", "/chat?channel=x", "/chat/messages/9", "/login", style))
          .allSatisfy(path -> {
            var headers = devops.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
          });
      assertThat(page).doesNotContain("<style", " style=", "onclick=");
      assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find()).isFalse();
    }
  }

  @Test
  void serves_assets_to_be_kept_only_under_their_own_version() {
    try (var server = demo()) {
      var devops = Browserless.as("devops", server);
      var htmx = asset(devops.get("/chat").body(), "htmx.js");

      var current = devops.get(htmx);
      var older = devops.get("/assets/0123456789abcdef/htmx.js");

      assertThat(current.body()).contains("htmx");
      assertThat(current.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      assertThat(older.statusCode()).isEqualTo(200);
      assertThat(older.headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(devops.get("/assets/x/..%2Ftemplates%2Fchat.html").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void refuses_forms_of_other_sites() {
    try (var server = demo()) {
      var devops = Browserless.as("devops", server);
      var other = devops.with("Origin", "https://evil.example");
      var crossSite = devops.with("Sec-Fetch-Site", "cross-site");
      var silent = new Browserless(server.address(), Map.of("Cookie", "muster-as=devops"));
      var own = devops.with("Sec-Fetch-Site", "same-origin").inPage();

      assertThat(List.of(other, crossSite, silent))
          .allSatisfy(who -> assertThat(who.post("/chat/send", HELLO).statusCode()).isEqualTo(403));
      assertThat(other.post("/chat/who", Map.of("person", "eve")).headers().map())
          .doesNotContainKey("set-cookie");
      assertThat(own.post("/chat/send", HELLO).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void nobody_picks_who_they_are_outside_the_demo() {
    try (var server = new ChatServer(InstantSource.system(), false, 0)) {
      var devops = Browserless.as("devops", server);

      assertThat(List.of("/", "/chat"))
          .allSatisfy(path ->
              assertThat(devops.get(path).headers().firstValue("Location")).hasValue("/login"));
      assertThat(devops.get("/chat?channel=general").headers().firstValue("Location"))
          .hasValue("/login?next=%2Fchat%3Fchannel%3Dgeneral");
      assertThat(devops.get("/chat/complete?text=/").statusCode()).isEqualTo(303);
      assertThat(devops.inPage().get("/chat/complete?text=/").statusCode()).isEqualTo(401);
      assertThat(devops.get("/live?channel=general").statusCode()).isEqualTo(401);
      assertThat(devops.inPage().post("/chat/send", HELLO).statusCode()).isEqualTo(401);
      assertThat(devops.post("/chat/who", Map.of("person", "eve")).statusCode()).isEqualTo(404);
      assertThat(server.chat.roots("general", PageRequest.first(1)).items()).isEmpty();
    }
  }

  private static ChatServer demo() {
    return new ChatServer(InstantSource.system(), true, 0);
  }

  private static String asset(String page, String name) {
    var found = Pattern.compile("/assets/[0-9a-f]{16}/" + Pattern.quote(name)).matcher(page);
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
