package dev.muster.bot.console;

import static dev.muster.bot.console.TestConsole.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what, and what others' words can do. */
class ConsoleSecurityTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)> \"'& {{ me }}";

  @AutoClose private final TestConsole console = new TestConsole();

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/a b"})
  void nothing_leads_to_another_site(String next) {
    var form = Map.of("person", "devops", "next", next);

    assertThat(console.devops().post("/chat/who", form).headers().firstValue("Location"))
        .hasValue("/chat");
  }

  @Test
  void who_picks_a_person_gets_the_page_that_was_asked_for() {
    var asked = console.stranger().get("/alerts?status=firing").body();
    var form = Map.of("person", "devops", "next", "/alerts?status=firing");

    assertThat(asked).contains("Who are you?", "value=\"/alerts?status=firing\"");
    assertThat(console.devops().post("/chat/who", form).headers().firstValue("Location"))
        .hasValue("/alerts?status=firing");
  }

  @Test
  void what_others_wrote_is_text_wherever_it_stands() {
    console.incidents().open(CanonicalSeverity.LOW, HOSTILE, HOSTILE, HOSTILE);
    var alert = console.archive().fire(HOSTILE, CanonicalSeverity.LOW, NOON, new IncidentId(1042));
    var id = console.archive().unreadable(HOSTILE, "line 1, column 3: " + HOSTILE, NOON);

    var paths =
        List.of(
            "/",
            "/incidents",
            "/incidents/1042",
            "/alerts",
            "/alerts/" + alert.id(),
            "/deliveries",
            "/deliveries/" + id,
            "/incidents?q=%3Cimg%20src%3Dx%3E");
    assertThat(paths)
        .allSatisfy(path -> {
          var page = console.devops().get(path).body();
          assertThat(page).contains("&lt;").doesNotContain("<img src=x", "javascript:x\"");
          assertThat(page).doesNotContain("<style", " style=", "onclick=");
          assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find()).isFalse();
        });
  }

  @Test
  void nobody_sees_what_a_role_does_not_show() {
    var cto = console.as("cto");
    console.open(CanonicalSeverity.HIGH, "database_down");
    console.archive().fire("secret alert", CanonicalSeverity.HIGH, NOON, new IncidentId(1042));

    assertThat(List.of("/alerts", "/alerts/1-1", "/deliveries", "/deliveries/x"))
        .allSatisfy(path -> {
          assertThat(cto.get(path).statusCode()).isEqualTo(403);
          assertThat(cto.get(path).body()).contains("It needs role responder.");
        });
    assertThat(cto.get("/").body())
        .contains("database_down")
        .doesNotContain("secret alert", "On call</h2>");
    assertThat(cto.get("/incidents/1042").body()).contains("database_down");
  }

  @Test
  void nothing_is_shown_to_strangers_outside_the_demo() {
    try (var closed = new ChatServer(InstantSource.system(), false, 0)) {
      assertThat(List.of("/", "/incidents", "/incidents/1", "/alerts", "/deliveries"))
          .allSatisfy(path ->
              assertThat(
                      Browserless.as("devops", closed)
                          .get(path)
                          .headers()
                          .firstValue("Location")
                          .orElseThrow())
                  .startsWith("/login"));
    }
  }
}
