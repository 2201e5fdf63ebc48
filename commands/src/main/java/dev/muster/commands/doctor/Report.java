package dev.muster.commands.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that was found, the worst first, otherwise in the order of the checks. */
public record Report(List<Finding> findings) {

  public Report {
    findings = findings.stream().sorted(Comparator.comparing(Finding::level)).toList();
  }

  public List<Finding> of(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).toList();
  }

  /** Whether nothing was found that is to be mended. */
  public boolean isFine() {
    return of(Level.FAILED).isEmpty();
  }

  /** Such as {@code 12 fine, 1 to mend}. What was not looked at may have to be mended too. */
  public String summary() {
    var parts = new ArrayList<String>();
    parts.add(counted(Level.FINE));
    var nothing = of(Level.SKIPPED).isEmpty() ? "nothing to mend" : "nothing found to mend";
    parts.add(isFine() ? nothing : counted(Level.FAILED));
    for (var level : List.of(Level.WARNING, Level.SKIPPED, Level.UNUSED)) {
      if (!of(level).isEmpty()) {
        parts.add(counted(level));
      }
    }
    return String.join(", ", parts);
  }

  /** For a lock screen: what to mend first comes before the numbers. */
  String headline() {
    return of(Level.FAILED).stream()
        .findFirst()
        .map(first -> "To mend first: " + first.about() + ". " + summary())
        .orElseGet(this::summary);
  }

  /** As plain text for a terminal. */
  public String text() {
    var lines = new ArrayList<String>();
    for (var level : Level.values()) {
      var found = of(level);
      if (!found.isEmpty()) {
        lines.add(level.heading());
        found.forEach(finding -> addTo(lines, finding));
        lines.add("");
      }
    }
    lines.add(summary());
    return String.join("\n", lines);
  }

  private static void addTo(List<String> lines, Finding finding) {
    lines.add("  " + finding.about() + ": " + finding.what());
    if (!finding.mend().isEmpty()) {
      lines.add("    " + finding.mend());
    }
  }

  private String counted(Level level) {
    return of(level).size() + " " + level.counted();
  }
}
