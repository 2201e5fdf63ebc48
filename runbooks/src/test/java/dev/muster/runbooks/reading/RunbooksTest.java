package dev.muster.runbooks.reading;

import static dev.muster.runbooks.reading.Read.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.language.Input.Type;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.language.Triggers.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunbooksTest {

  private static final String HELLO = "  - {uses: message, with: {text: hello}}\n";

  @Test
  void reads_all_that_the_language_has() throws IOException {
    var runbook = failover();
    assertThat(runbook.about().reviewed()).contains(LocalDate.of(2026, 11, 1));
    assertThat(runbook.about().tags()).containsExactlyInAnyOrder("database", "aws");
    assertThat(runbook.about().target()).contains(Duration.ofMinutes(30));
    assertThat(runbook.about().measures())
        .singleElement()
        .satisfies(measure -> {
          assertThat(measure.name()).isEqualTo("rpo");
          assertThat(measure.title()).isEqualTo("Data lost");
          assertThat(measure.within()).isEqualTo(Duration.ofMinutes(5));
          assertThat(measure.is().paths())
              .containsExactlyInAnyOrder("run.started", "checks.replayed");
        });
    assertThat(runbook.timeout()).contains(Duration.ofHours(1));
    assertThat(runbook.triggers().alerts())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.mode()).isEqualTo(Mode.AUTO);
          assertThat(alert.match()).containsEntry("cluster", "=~ prod-.*");
          assertThat(alert.inputs().get("replica").fill(ALERT)).isEqualTo("app-2");
        });
    assertThat(runbook.triggers().times())
        .singleElement()
        .satisfies(time -> assertThat(time.until()).contains(LocalDate.of(2027, 1, 1)));
    assertThat(runbook.permissions().approve().notRequester()).isTrue();
    assertThat(runbook.concurrency().orElseThrow().key().fill(INPUTS)).isEqualTo("db-app-1");
    assertThat(runbook.steps())
        .extracting(Step::id)
        .containsExactly("go", "maintenance-on", "promote", "available", "each", "tell");
    assertThat(runbook.steps(Phase.PREREQUISITES))
        .extracting(Step::id)
        .containsExactly("replayed", "check2");
  }

  @Test
  void reads_inputs_with_their_types_and_defaults() throws IOException {
    var inputs = failover().inputs();
    assertThat(inputs.keySet())
        .containsExactly("replica", "size", "patience", "share", "who", "token", "replicaUrl");
    assertThat(inputs.get("patience").fallback()).isEqualTo(Duration.ofMinutes(10));
    assertThat(inputs.get("share").fallback()).isEqualTo(0.5);
    assertThat(inputs.get("who").required()).isFalse();
    assertThat(inputs.get("size").type()).isEqualTo(new Type.OneOf(List.of("small", "large")));
    assertThat(inputs.get("token").type()).isEqualTo(new Type.Secret("ADMIN_TOKEN"));
  }

  @Test
  void reads_steps_with_what_undoes_them() throws IOException {
    var steps = failover().steps();
    var on = steps.get(1);
    assertThat(on.name()).isEqualTo("Maintenance mode on");
    assertThat(on.idempotent()).contains(true);
    assertThat(on.action().with().get("json").fill(Map.of())).isEqualTo(Map.of("enabled", true));
    var undo = on.rollback().orElseThrow();
    assertThat(undo.with().get("json").fill(Map.of())).isEqualTo(Map.of("enabled", false));
    assertThat(undo.with().get("headers").fill(INPUTS))
        .isEqualTo(Map.of("Authorization", "Bearer s3cr3t"));
    assertThat(undo.with().get("headers").paths()).containsExactly("inputs.token");
    var promote = steps.get(2);
    assertThat(promote.pointOfNoReturn()).isTrue();
    assertThat(promote.onFailure()).isEqualTo(OnFailure.PAUSE);
    assertThat(promote.retry().pauseAfter(5)).isEqualTo(Duration.ofMinutes(1));
    assertThat(promote.outputs().get("endpoint").value(Map.of("result", Map.of("endpoint", "db"))))
        .isEqualTo("db");
    assertThat(steps.get(3).action().with().get("for").fill(Map.of()))
        .isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void shorthands_are_steps() throws IOException {
    var runbook = failover();
    var confirm = runbook.prerequisites().get(1);
    assertThat(confirm.action().uses()).isEqualTo("confirm");
    assertThat(confirm.name()).isEqualTo("The application can bear a short outage.");
    assertThat(confirm.action().with().get("message").fill(Map.of())).isEqualTo(confirm.name());
    assertThat(runbook.verification().get(1).action().with().get("items").fill(Map.of()))
        .isEqualTo(List.of("Database queries successful", "No error spike"));
  }

  @Test
  void the_example_of_the_readme_is_right() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var begin = readme.indexOf("```yaml\n") + "```yaml\n".length();

    var read = Read.of(readme.substring(begin, readme.indexOf("```", begin)));

    assertThat(read.problems()).isEmpty();
    assertThat(read.runbooks()).containsOnlyKeys("database-failover");
  }

  @Test
  void the_same_text_has_the_same_hash_and_another_another() {
    var one = Read.of(runbook("a", HELLO)).runbooks().get("a");
    var same = Read.of(Map.of("b.yaml", runbook("a", HELLO))).runbooks().get("a");
    var other = Read.of(runbook("a", HELLO + "# changed\n")).runbooks().get("a");
    assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash()).hasSize(64);
  }

  @Test
  void a_name_stands_once() {
    var read = Read.of(Map.of("a.yaml", runbook("a", HELLO), "b.yaml", runbook("a", HELLO)));
    assertThat(read.problems())
        .singleElement()
        .asString()
        .matches(
            "[ab]\\.yaml: the runbook `a` is in [ab]\\.yaml already; name one of the two"
                + " otherwise");
  }

  @Test
  void nested_runbooks_are_there_and_go_in_no_circle() {
    var files = new HashMap<String, String>();
    files.put("a.yaml", runbook("a", nested("b", "{}")));
    files.put("b.yaml", runbook("b", nested("c", "{x: 1}")));
    files.put("c.yaml", runbook("c", nested("a", "{}")));
    files.put("d.yaml", runbook("d", nested("cc", "{}") + nested("d", "{}")));
    assertThat(Read.of(files).problems())
        .containsExactlyInAnyOrder(
            "a.yaml: runs itself: a → b → c → a; take one of these steps out",
            "b.yaml: runs itself: b → c → a → b; take one of these steps out",
            "b.yaml: step `step1`: the runbook `c` has no input `x`; no inputs are declared",
            "c.yaml: runs itself: c → a → b → c; take one of these steps out",
            "d.yaml: step `step1`: there is no runbook `cc`; did you mean `c`?",
            "d.yaml: runs itself: d → d; take one of these steps out");
  }

  @Test
  void nested_runbooks_are_found_wherever_they_are_run() {
    var steps =
        """
          - uses: http
            with: {method: POST, url: "https://api.example.org"}
            rollback: {uses: runbook, with: {runbook: gone}}
          - uses: http
            with: {method: POST, url: "https://api.example.org"}
            rollback: {uses: runbook, with: {runbook: a}}
        """;
    assertThat(Read.of(Map.of("a.yaml", runbook("a", steps))).problems())
        .containsExactlyInAnyOrder(
            "a.yaml: step `step1`: there is no runbook `gone`; the runbooks are `a`",
            "a.yaml: runs itself: a → a; take one of these steps out");
  }

  @Test
  void what_comes_of_a_failure_is_said_for_all_steps_or_for_one() {
    var steps =
        """
          - {uses: http, with: {method: POST, url: "https://a.org"}, rollback: {uses: http, with: {url: "https://a.org"}}}
          - {uses: http, onFailure: continue, with: {url: "https://a.org"}}
        verification: [{uses: http, with: {url: "https://a.org"}}]
        always: [{uses: http, with: {url: "https://a.org"}}]
        onFailure: rollback
        """;
    var read = Read.of(runbook("a", steps));

    assertThat(read.problems()).isEmpty();
    var runbook = read.runbooks().get("a").runbook();
    assertThat(runbook.steps())
        .extracting(Step::onFailure)
        .containsExactly(OnFailure.ROLLBACK, OnFailure.CONTINUE);
    assertThat(runbook.verification())
        .extracting(Step::onFailure)
        .containsExactly(OnFailure.ROLLBACK);
    assertThat(runbook.always()).extracting(Step::onFailure).containsExactly(OnFailure.ABORT);
  }

  @Test
  void what_rolls_back_says_how() {
    assertThat(Read.of(runbook("a", HELLO + "onFailure: rollback\n")).problems())
        .singleElement()
        .asString()
        .contains("`onFailure: rollback` has nothing to undo: no step says how");
  }

  @Test
  void nested_runbooks_do_not_go_too_deep() {
    var files =
        IntStream.range(0, 7)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> i + ".yaml",
                    i -> runbook("r" + i, i == 6 ? HELLO : nested("r" + (i + 1), "{}"))));
    assertThat(Read.of(files).problems())
        .first()
        .asString()
        .isEqualTo("0.yaml: nested deeper than 5 runbooks: r0 → r1 → r2 → r3 → r4");
  }

  @Test
  void texts_with_signs_of_a_shell_stay_texts() {
    var text = "$(rm -rf /) `id` '\"; DROP TABLE x; --\\n${HOME} {{ x }}";
    var read =
        Read.of(
            runbook("a", "  - uses: message\n    with:\n      text: |-\n        " + text + "\n"));
    assertThat(read.problems()).isEmpty();
    var step = read.runbooks().get("a").runbook().steps().getFirst();
    assertThat(step.action().with().get("text").fill(Map.of())).isEqualTo(text);
  }

  @Test
  void what_is_too_deep_or_too_much_is_said() {
    assertThat(Read.of(runbook("a", "  - " + "[".repeat(5_000))).problems())
        .singleElement()
        .asString()
        .contains("nested deeper than 32 levels");
    assertThat(Read.of(runbook("a", HELLO.repeat(201))).problems())
        .singleElement()
        .asString()
        .contains("more than 200 steps; make two runbooks of it");
    var megabyte =
        runbook("a", "  - {uses: message, with: {text: \"" + "x".repeat(1 << 20) + "\"}}");
    assertThat(Read.of(megabyte).problems()).isNotEmpty();
    var merged = "tags: &a {<<: {a: 1}}\n" + "x: {<<: [*a, *a, *a]}\n".repeat(40_000);
    assertThat(Read.of(merged).problems())
        .anySatisfy(problem -> assertThat(problem).contains("more than 100 aliases"));
  }

  private static String nested(String name, String inputs) {
    return "  - {uses: runbook, with: {runbook: %s, inputs: %s}}\n".formatted(name, inputs);
  }

  private static final Map<String, Object> ALERT =
      Map.of("alert", Map.of("labels", Map.of("replica", "app-2")));
  private static final Map<String, Object> INPUTS =
      Map.of("inputs", Map.of("replica", "app-1", "token", "s3cr3t"));

  private static Runbook failover() throws IOException {
    var text =
        Files.readString(Path.of("src/test/resources/runbooks/right/database-failover.yaml"));
    var read = Read.of(text);
    assertThat(read.problems()).isEmpty();
    return Optional.ofNullable(read.runbooks().get("database-failover")).orElseThrow().runbook();
  }
}
