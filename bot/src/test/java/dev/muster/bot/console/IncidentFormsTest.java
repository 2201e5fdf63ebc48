package dev.muster.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.asking.Stamps;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is typed into an incident's forms. */
class IncidentFormsTest {

  @AutoClose private final TestConsole console = new TestConsole();

  @Test
  void a_form_sends_only_what_was_changed_and_gives_back_what_cannot_be_read() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    var bad = Map.of("title", "Primary is down", "affected-users", "many", "seen.title", "");

    var refused = console.devops().post("/incidents/1042/edit", bad).body();
    var saved =
        console
            .devops()
            .post("/incidents/1042/edit", Map.of("title", "Primary is down", "severity", "high"));

    assertThat(refused)
        .contains("value=\"Primary is down\"", "value=\"many\"", "is no whole number, such as 612");
    assertThat(saved.headers().firstValue("Location")).hasValue("/incidents/1042");
    assertThat(console.devops().get("/incidents/1042").body())
        .contains("Title: Primary is down (was database_down)", "Severity high (was critical)");
  }

  @Test
  void who_edits_what_another_has_changed_meanwhile_sees_both() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");
    var seen = Stamps.of("");
    console.say("/incident edit 1042 root-cause:\"Slow query\"");
    var form = Map.of("root-cause", "Disk is full", "seen.root-cause", seen, "etr", "30m");

    assertThat(console.devops().post("/incidents/1042/edit", form).body())
        .contains("Somebody changed this meanwhile", "Disk is full</textarea>", "Slow query</p>");
    assertThat(console.devops().get("/incidents/1042").body())
        .contains("Slow query")
        .doesNotContain("Disk");
  }

  @Test
  void an_empty_note_or_update_is_asked_for() {
    console.open(CanonicalSeverity.CRITICAL, "database_down");

    assertThat(console.devops().post("/incidents/1042/note", Map.of("text", " ")).body())
        .contains("<details id=\"say-note\" open>", "Nothing is written yet.");
    assertThat(
            console
                .devops()
                .post("/incidents/1042/update", Map.of("text", "It burns", "etr", "soon"))
                .body())
        .contains("It burns</textarea>", "I can&#39;t read the time");
  }
}
