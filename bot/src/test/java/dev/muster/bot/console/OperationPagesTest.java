package dev.muster.bot.console;

import static dev.muster.bot.console.TestConsole.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.operation.Account;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.command.MemoryOperations;
import dev.muster.runbooks.run.Origin;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Origin.Pinned;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The operation log, and one entry of it. */
class OperationPagesTest {

  private static final Who LEAD = new Who("team-lead", "Lead Engineer");

  @AutoClose private final TestConsole console = new TestConsole();
  private final MemoryOperations log = console.archive().operations;

  private OperationId done(String what, Optional<RunId> run) {
    return done(what, NOON, run);
  }

  private OperationId done(String what, Instant at, Optional<RunId> run) {
    var account = Account.of(at, what).because("memory <leak>").taking(Duration.ofMinutes(20));
    return log.add(new Entry(account, LEAD, NOON, run, Optional.empty()));
  }

  private void keep(long run) {
    var runs = console.archive().runs.runs;
    var origin =
        new Origin(
            new Pinned("clear-cache", "Clear the cache", "0123456789abcdef", Map.of()),
            LEAD,
            NOON,
            Mode.REAL,
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    runs.put(new RunId(run), Run.begin(new RunId(run), origin));
  }

  private String page(String path) {
    return console.devops().get(path).body();
  }

  @Test
  void operations_are_listed_and_found_by_words() {
    done("Restarted api-1", Optional.empty());
    done("Clear the cache (clear-cache)", Optional.of(new RunId(318)));
    keep(318);

    assertThat(page("/operations"))
        .contains("Restarted api-1", "by hand", "href=\"/operations/1\"", "href=\"/runs/318\"")
        .contains("20 min");
    assertThat(page("/operations?text=cache"))
        .contains("Clear the cache")
        .doesNotContain("Restarted api-1");
    assertThat(page("/operations?text=nothing")).contains("No operation has all of these words");
    assertThat(page("/runs")).contains("href=\"/operations\"");
  }

  @Test
  void a_run_that_retention_has_removed_is_no_link() {
    done("Clear the cache (clear-cache)", Optional.of(new RunId(9)));

    for (var path : List.of("/operations", "/operations/1")) {
      assertThat(page(path)).contains("9", "removed by retention").doesNotContain("/runs/9");
    }
  }

  @Test
  void nobody_is_led_to_what_would_refuse_them() {
    done("Clear the cache (clear-cache)", Optional.of(new RunId(318)));
    keep(318);
    var auditor = console.as("auditor");
    var toRuns = "href=\"/runs\"";

    for (var path : List.of("/operations", "/operations/1")) {
      assertThat(auditor.get(path).body())
          .contains("318")
          .doesNotContain(toRuns, "/runs/318", "/ops edit", "/runbook status");
    }
    assertThat(page("/operations")).contains(toRuns);
    assertThat(console.as("runner").get("/runs").body())
        .contains("the newest first")
        .doesNotContain("href=\"/operations\"");
  }

  @Test
  void operations_are_found_by_when_they_began() {
    done("Restarted api-1", NOON.minus(Duration.ofDays(3)), Optional.empty());
    done("Restarted api-2", NOON, Optional.empty());

    assertThat(page("/operations?since=2d")).contains("api-2").doesNotContain("api-1");
    assertThat(page("/operations?until=2026-11-20"))
        .contains("api-1", "value=\"2026-11-20\"", ">Show all</a>")
        .doesNotContain("api-2");
    assertThat(page("/operations?since=7d&until=2d&text=api"))
        .contains("api-1")
        .doesNotContain("api-2");
    assertThat(page("/operations?since=1h&text=api-1")).contains("No operation is like that");
    var slip = console.devops().get("/operations?since=soon");
    assertThat(slip.statusCode()).isEqualTo(400);
    assertThat(slip.body()).contains("since: I can&#39;t read the time", "href=\"/operations\"");
  }

  @Test
  void signs_that_nothing_can_be_found_by_list_nothing() {
    done("Restarted api-1", Optional.empty());

    assertThat(page("/operations?text=%3F%3F%3F"))
        .contains("Nothing can be found by “???”")
        .doesNotContain("Restarted api-1");
  }

  @Test
  void the_list_goes_on_page_by_page_with_the_same_times() {
    for (var i = 1; i <= 51; i++) {
      done("Restarted api-" + i, Optional.empty());
    }

    assertThat(page("/operations?text=api&since=2d"))
        .contains("href=\"/operations?text=api&amp;since=2d&amp;after=2\"");
  }

  @Test
  void the_list_goes_on_page_by_page_with_the_same_words() {
    for (var i = 1; i <= 51; i++) {
      done("Restarted api-" + i, Optional.empty());
    }

    assertThat(page("/operations?text=api")).contains("href=\"/operations?text=api&amp;after=2\"");
    assertThat(page("/operations?text=api&after=2"))
        .contains("href=\"/operations/1\"")
        .doesNotContain("Older");
  }

  @Test
  void a_page_has_all_of_an_entry_with_what_was_added() {
    var id = done("Restarted api-1", Optional.of(new RunId(318)));
    keep(318);
    log.append(id, List.of(new Addendum(Part.ISSUES, "it came back", LEAD, NOON)));

    assertThat(page("/operations/1"))
        .contains("Restarted api-1", "memory &lt;leak&gt;", "took 20 min", "it came back")
        .contains("/ops edit 1", "href=\"/runs/318\"");
    for (var path : List.of("/operations/9", "/operations/x")) {
      assertThat(console.devops().get(path).statusCode()).isEqualTo(404);
    }
  }
}
