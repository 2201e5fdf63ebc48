package dev.muster.bot.console;

import static dev.muster.bot.console.TestConsole.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, what they lead to, and the search. */
class ListPagesTest {

  @AutoClose private final TestConsole console = new TestConsole();

  @Test
  void a_webhook_shows_its_body_with_the_place_of_the_fault() {
    var id = console.archive().unreadable("{\n \"a\": x}", "line 2, column 7: no value", NOON);

    assertThat(console.devops().get("/deliveries/" + id).body())
        .contains("UNREADABLE", "line 2, column 7: no value")
        .contains("data-line=\"2\"><span> &quot;a&quot;: <mark>⟵ here</mark>x}</span>");
  }

  @Test
  void lists_go_on_with_the_filter_that_they_have() {
    for (var i = 0; i < 51; i++) {
      var at = NOON.minus(Duration.ofMinutes(51 - i));
      console.archive().fire("alert " + i, CanonicalSeverity.HIGH, at, new IncidentId(1042));
    }

    var first = console.devops().get("/alerts?status=firing").body();
    var second = console.devops().get("/alerts?status=firing&after=50").body();

    assertThat(first).contains("alert 50", "href=\"/alerts?status=firing&amp;after=50\"");
    assertThat(second).contains("alert 0<", "Newest").doesNotContain("Older");
    assertThat(console.devops().get("/alerts?status=resolved").body())
        .contains("Nothing here fits");
  }

  @Test
  void a_filter_or_place_that_does_not_exist_is_refused_with_what_does() {
    var filter = console.devops().get("/alerts?status=burning");

    assertThat(filter.statusCode()).isEqualTo(400);
    assertThat(filter.body()).contains("status is one of firing, resolved", "“burning”");
    assertThat(console.devops().get("/deliveries?after=zzz").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/incidents/9", "/incidents/x", "/alerts/1-1", "/alerts/x", "/deliveries/x"})
  void what_is_not_there_is_said_with_a_way_out(String path) {
    var answer = console.devops().get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no", "See all");
  }

  @Test
  void the_search_opens_a_number_and_lists_titles() {
    console.open(CanonicalSeverity.HIGH, "database_down");

    assertThat(console.devops().get("/incidents?q=%231042").headers().firstValue("Location"))
        .hasValue("/incidents/1042");
    assertThat(console.devops().get("/incidents?q=data").body()).contains("/incidents/1042");
    assertThat(console.devops().get("/incidents?q=redis").body())
        .contains("No incident and no alert. Fewer words find more");
  }

  @Test
  void the_search_lists_alerts_too() {
    console.open(CanonicalSeverity.HIGH, "shop is slow");
    var alert =
        console.archive().fire("redis_down", CanonicalSeverity.HIGH, NOON, new IncidentId(1042));

    var found = console.devops().get("/incidents?q=redis").body();

    assertThat(found)
        .contains("Alerts with “redis” in the title", "/alerts/" + alert.id(), "#1042")
        .doesNotContain("Incidents with");
  }
}
