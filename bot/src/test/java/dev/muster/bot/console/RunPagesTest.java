package dev.muster.bot.console;

import static dev.muster.bot.console.TestConsole.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.runbook.review.Review;
import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.kind.Attempt.Place;
import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Origin.Pinned;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Resting;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The list of runs, and one with its steps and its log. */
class RunPagesTest {

  private static final Who LEAD = new Who("team-lead", "Lead Engineer");
  private static final StepPath FIRST = StepPath.parse("steps.0").orElseThrow();

  @AutoClose private final TestConsole console = new TestConsole();
  private final MemoryRunArchive archive = console.archive().runs;

  static Run run(long id, String runbook) {
    var origin =
        new Origin(
            new Pinned(runbook, "Title of " + runbook, "0123456789abcdef", Map.of()),
            LEAD,
            NOON,
            Mode.REAL,
            Map.of("replica", "app-1"),
            Map.of(),
            Optional.of(new Place("incidents", Optional.of(1042L))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Run.begin(new RunId(id), origin);
  }

  private void keep(Run run) {
    archive.runs.put(run.id(), run);
  }

  private String page(String path) {
    return console.devops().get(path).body();
  }

  @Test
  void runs_are_listed_by_how_they_stand_and_by_runbook() {
    keep(run(1, "clear-cache"));
    keep(run(2, "failover").to(new Paused(LEAD, NOON), NOON));

    assertThat(page("/runs")).contains("Title of clear-cache", "Title of failover");
    assertThat(page("/runs?state=paused"))
        .contains("Title of failover")
        .doesNotContain("Title of clear-cache");
    assertThat(page("/runs?runbook=clear-cache"))
        .contains("Title of clear-cache")
        .doesNotContain("Title of failover");
    assertThat(page("/runs?state=burning")).contains("state is one of queued, running");
  }

  @Test
  void the_overview_leads_to_runs_that_wait_for_people_and_to_no_others() {
    keep(run(1, "clear-cache"));
    assertThat(page("/")).doesNotContain("Runs that wait for people");

    keep(run(2, "failover").to(new NeedsAttention(FIRST, "it said no"), NOON));
    keep(run(3, "handover").to(new Asking(FIRST), NOON));
    keep(run(4, "outage").to(new Asking(FIRST), NOON));

    assertThat(page("/"))
        .contains("1 needs attention, 2 wait for an answer", "href=\"/runs?state=waiting\"")
        .contains("href=\"/runs/2\"", "href=\"/runs/3\"", "href=\"/runs/4\"")
        .doesNotContain("href=\"/runs/1\"");
  }

  @Test
  void what_waits_says_for_what_and_since_when_in_every_list() {
    keep(asking(1, new Question.Approval("Promote app-2?", Set.of(), 1, true)));
    keep(run(2, "failover").to(new NeedsAttention(FIRST, "it said no"), NOON));
    console.open(CanonicalSeverity.HIGH, "database_down");

    for (var path : List.of("/", "/runs", "/incidents/1042")) {
      assertThat(page(path))
          .containsPattern(
              "Waits for approval since <time[^>]*>12:00 EAT.*</time>: Promote app-2[?]")
          .contains("Needs a person: it said no");
    }
    assertThat(page("/runs")).contains(">needs attention<").doesNotContain(">needs-attention<");
  }

  /** What all runs here began with. */
  private void begunWith(TestStep... steps) {
    var runbook = TestRunbook.named("failover").with(Phase.STEPS, steps).runbook();
    archive.definitions.put(
        "0123456789abcdef", new Definition(runbook, "failover.yaml", "", "0123456789abcdef"));
  }

  private Run asking(long id, Question question) {
    var asked =
        new Asked(
            NOON,
            question,
            Optional.empty(),
            OnTimeout.PAUSE,
            Map.of(),
            List.of(),
            new TreeMap<>());
    return run(id, "failover")
        .with(StepRecord.of(FIRST, "go", NOON, asked))
        .to(new Asking(FIRST), NOON);
  }

  @Test
  void a_run_that_asks_shows_its_question_and_buttons_before_all_else() {
    begunWith(TestStep.of("go", "approve"), TestStep.of("All well?", "confirm"));
    keep(asking(1, new Question.Approval("Promote app-2?", Set.of(), 1, true)));

    var page = page("/runs/1");

    assertThat(page)
        .containsSubsequence(
            "waits for approval",
            "Promote app-2?",
            "Approve",
            "failover · Lead Engineer",
            "Step by step")
        .containsSubsequence("Step by step", "1</span> <b>go", "2 All well?", "to come", "About it")
        .contains("class=\"card is-high\"")
        .doesNotContain("/runbook log 1");
  }

  @Test
  void times_in_what_steps_say_are_the_readers() {
    var until = NOON.plusSeconds(900);
    var resting = new Resting(NOON, until, Map.of(), "until 2026-11-21 09:15:00 UTC");
    keep(
        run(1, "failover")
            .with(StepRecord.of(FIRST, "go", NOON, resting))
            .to(new Sleeping(FIRST, until), NOON));
    archive.append(
        new RunId(1),
        List.of(new Line(NOON, Source.EVENT, "", "rests until 2026-11-21T09:15:00Z")));

    assertThat(page("/runs/1"))
        .contains("12:15 EAT")
        .doesNotContain("09:15:00 UTC")
        .doesNotContain("rests until 2026");
  }

  @Test
  void the_log_says_when_and_of_which_step_and_numbers_its_own_lines() {
    begunWith(TestStep.of("Look", "approve"));
    keep(run(1, "failover"));
    archive.append(new RunId(2), List.of(new Line(NOON, Source.OUTPUT, "steps.0", "another's")));
    archive.append(
        new RunId(1),
        List.of(
            new Line(NOON, Source.OUTPUT, "steps.0", "one"),
            new Line(NOON.plusSeconds(90), Source.OUTPUT, "steps.0", "two")));

    assertThat(page("/runs/1"))
        .containsSubsequence("12:00 EAT</time> · 1 Look", "data-line=\"1\"", "one")
        .containsSubsequence("12:01 EAT</time> · 1 Look", "data-line=\"2\"", "two")
        .doesNotContain("another's", "steps.0 ");
  }

  @Test
  void the_list_goes_on_page_by_page() {
    for (var id = 1; id <= 51; id++) {
      keep(run(id, "clear-cache"));
    }

    assertThat(page("/runs")).contains("href=\"/runs/51\"", "href=\"/runs?after=2\"");
    assertThat(page("/runs?after=2")).contains("href=\"/runs/1\"").doesNotContain("Older");
  }

  @Test
  void who_answered_a_step_and_when_stands_there_when_it_is_over() {
    var vote = Map.of("by", "cto", "name", "Chief", "at", NOON.toString(), "reason", "go");
    var result = Map.<String, Object>of("approvedBy", List.of("cto"), "votes", List.of(vote));
    var done = new Done(NOON, result, Map.of(), "Chief approved: go", Optional.empty());
    keep(run(1, "failover").with(StepRecord.of(FIRST, "go", NOON, done)).to(new Ended(NOON), NOON));

    assertThat(page("/runs/1"))
        .contains("Run 1 · Title of failover", "Chief approved: go", "Chief approved <time")
        .contains("replica", "app-1", "href=\"/incidents/1042\"")
        .doesNotContain("data-every");
  }

  @Test
  void a_run_that_goes_on_shows_the_end_of_its_log_and_is_looked_at_again() {
    keep(run(1, "failover"));
    for (var i = 1; i <= 250; i++) {
      archive.append(
          new RunId(1), List.of(new Line(NOON, Source.OUTPUT, "steps.0", "line <" + i + ">")));
    }

    assertThat(page("/runs/1"))
        .contains("data-every=\"3\"", "line &lt;250&gt;", "line &lt;51&gt;")
        .contains("href=\"/runs/1?before=51#log\"")
        .doesNotContain("line &lt;50&gt;");
    assertThat(page("/runs/1?before=51"))
        .contains("line &lt;50&gt;", "Newest")
        .doesNotContain("line &lt;51&gt;", "Older");
  }

  @Test
  void broken_glass_that_nobody_has_looked_at_stands_above_the_list_and_with_its_run() {
    keep(run(1, "failover"));
    archive.add(
        new Review(
            new RunId(1), FIRST, "Fail over", "Go?", LEAD, "primary gone", NOON, Optional.empty()));

    assertThat(page("/runs")).contains("Glass was broken");
    assertThat(page("/runs/1")).contains("Glass was broken", "primary gone");
  }

  @Test
  void a_page_has_no_buttons_that_its_reader_may_not_use() {
    var known = new Definition(TestRunbook.named("failover").runbook(), "failover.yaml", "", "h");
    archive.definitions.put("0123456789abcdef", known);
    keep(run(1, "failover"));

    assertThat(page("/runs/1")).contains("value=\"/runbook cancel 1\"");
    assertThat(console.as("runner").get("/runs/1").body())
        .contains("Title of failover")
        .doesNotContain("value=\"/runbook cancel 1\"");
  }

  @Test
  void an_incident_leads_to_its_runs() {
    console.open(CanonicalSeverity.HIGH, "database_down");
    keep(run(1, "failover"));

    assertThat(page("/incidents/1042")).contains("href=\"/runs/1\"");
  }

  @Test
  void what_is_not_there_is_said_with_a_way_out() {
    for (var path : List.of("/runs/9", "/runs/x")) {
      assertThat(console.devops().get(path).statusCode()).isEqualTo(404);
      assertThat(page(path)).contains("There is no run", "See all runs");
    }
  }
}
