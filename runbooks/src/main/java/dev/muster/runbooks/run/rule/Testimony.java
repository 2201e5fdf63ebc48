package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.run.StepState.Tick;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who said what and when, as it stays with the step that people answered. */
public final class Testimony {

  private static final String BROKEN = "brokeGlass";

  private Testimony() {}

  static Map<String, Object> approved(Map<String, Object> found, Vote last, List<Vote> votes) {
    var result = new LinkedHashMap<>(found);
    result.put("approvedBy", votes.stream().<Object>map(vote -> vote.by().id()).toList());
    result.put("reason", last.reason());
    result.put(
        "votes",
        votes.stream()
            .<Object>map(it -> said(it.by(), it.at(), Map.of("reason", it.reason())))
            .toList());
    return result;
  }

  /** As everything after it sees: not what an approval is. */
  static Map<String, Object> broken(Map<String, Object> found, Vote vote) {
    var result = approved(found, vote, List.of(vote));
    result.put("reason", vote.reason().strip());
    result.put(BROKEN, vote.by().name());
    return result;
  }

  static Map<String, Object> ticked(List<String> lines, Map<Integer, Tick> ticked) {
    var ticks = new ArrayList<Object>();
    ticked.forEach(
        (line, tick) -> ticks.add(said(tick.by(), tick.at(), Map.of("line", lines.get(line)))));
    return Map.of("ticks", ticks);
  }

  /** Who broke the glass, by what came of a step; empty where it was answered otherwise. */
  public static Optional<Who> brokenBy(Map<String, Object> result) {
    return Optional.ofNullable(result.get(BROKEN))
        .flatMap(name ->
            result.get("approvedBy") instanceof List<?> by && by.size() == 1
                ? Optional.of(new Who(String.valueOf(by.getFirst()), String.valueOf(name)))
                : Optional.empty());
  }

  private static Map<String, Object> said(Who by, Instant at, Map<String, Object> more) {
    var said = new LinkedHashMap<String, Object>(more);
    said.put("by", by.id());
    said.put("name", by.name());
    said.put("at", at.toString());
    return said;
  }
}
