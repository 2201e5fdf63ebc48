package dev.muster.runbooks.reading;

import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of reading in a test's surroundings. */
record Read(Map<String, Definition> runbooks, List<String> problems) {

  static final Available AROUND =
      new Available(
          PretendKind.all(),
          Set.of("api", "status"),
          Set.of("on-call", "dba", "admin"),
          Set.of("ADMIN_TOKEN", "REPLICA_URL"),
          Set.of("incidents", "oncall", "alerts"),
          LocalDate.of(2026, 11, 21));

  static Read of(Map<String, String> files) {
    var problems = new Problems();
    var runbooks = new Runbooks(AROUND).read(files, Runbooks.Others.NONE, problems);
    return new Read(runbooks, problems.inOrder().stream().map(Problem::toString).toList());
  }

  static Read of(String text) {
    return of(Map.of("r.yaml", text));
  }

  /** A runbook of this name with these steps. */
  static String runbook(String name, String steps) {
    return "apiVersion: muster/v1\nrunbook: %s\ntitle: A runbook\nsteps:\n%s"
        .formatted(name, steps);
  }
}
