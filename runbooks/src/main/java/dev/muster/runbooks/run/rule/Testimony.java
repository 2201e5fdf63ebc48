package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Tick;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who said what and when, as it stays with the step that people answered. */
public final class Testimony {

  private static final String BROKEN = "brokeGlass";
  private static final String VOTES = "votes";
  private static final String REJECTED = "rejected";
  private static final String TICKS = "ticks";

  private Testimony() {}

  static Map<String, Object> approved(Map<String, Object> found, Vote last, List<Vote> votes) {
    var result = new LinkedHashMap<>(found);
    result.put("approvedBy", votes.stream().<Object>map(vote -> vote.by().id()).toList());
    result.put("reason", last.reason());
    result.put(VOTES, votes.stream().<Object>map(Testimony::said).toList());
    return result;
  }

  static Map<String, Object> rejected(Map<String, Object> found, Vote vote) {
    var result = new LinkedHashMap<>(found);
    result.put(REJECTED, said(vote));
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
    return Map.of(TICKS, ticks);
  }

  /** What was ticked of a checklist that comes to nothing more; empty where nothing was. */
  static Optional<Map<String, Object>> soFar(StepState state) {
    return state instanceof Asked asked
            && asked.question() instanceof Question.Checklist(_, var lines)
            && !asked.ticked().isEmpty()
        ? Optional.of(ticked(lines, asked.ticked()))
        : Optional.empty();
  }

  /** A line of a checklist that somebody ticked. */
  public record Ticked(String line, Tick tick) {}

  /** Those of a checklist, by what came of its step. */
  public static List<Ticked> ticksOf(Map<String, Object> result) {
    return result.get(TICKS) instanceof List<?> all
        ? all.stream().filter(Map.class::isInstance).map(it -> ticked((Map<?, ?>) it)).toList()
        : List.of();
  }

  private static Ticked ticked(Map<?, ?> said) {
    var tick = new Tick(who(said), Instant.parse(String.valueOf(said.get("at"))));
    return new Ticked(String.valueOf(said.get("line")), tick);
  }

  /** Who broke the glass, by what came of a step; empty where it was answered otherwise. */
  public static Optional<Who> brokenBy(Map<String, Object> result) {
    return Optional.ofNullable(result.get(BROKEN))
        .flatMap(name ->
            result.get("approvedBy") instanceof List<?> by && by.size() == 1
                ? Optional.of(new Who(String.valueOf(by.getFirst()), String.valueOf(name)))
                : Optional.empty());
  }

  /** The vote that decided it; empty where none did. */
  public static Optional<Vote> decidedBy(Map<String, Object> result) {
    return result.get(REJECTED) instanceof Map<?, ?> said
        ? Optional.of(vote(said, Vote.Choice.REJECT))
        : last(result)
            .map(said ->
                vote(
                    said,
                    result.containsKey(BROKEN) ? Vote.Choice.BREAK_GLASS : Vote.Choice.APPROVE));
  }

  /** Who said whether something is so, and what of it; empty where nobody was asked that. */
  public static Optional<Vote> confirmedBy(Map<String, Object> result) {
    return result.containsKey("by") && result.containsKey("name") && result.containsKey("at")
        ? Optional.of(vote(result, Vote.Choice.APPROVE))
        : Optional.empty();
  }

  /** Who ticked the lines of a checklist, each once, the last one first; empty where it is none. */
  public static List<Who> tickedBy(Map<String, Object> result) {
    return ticksOf(result).stream()
        .map(Ticked::tick)
        .sorted(Comparator.comparing(Tick::at).reversed())
        .map(Tick::by)
        .distinct()
        .toList();
  }

  private static Optional<Map<?, ?>> last(Map<String, Object> result) {
    return result.get(VOTES) instanceof List<?> votes
            && !votes.isEmpty()
            && votes.getLast() instanceof Map<?, ?> said
        ? Optional.of(said)
        : Optional.empty();
  }

  private static Vote vote(Map<?, ?> said, Vote.Choice choice) {
    var at = Instant.parse(String.valueOf(said.get("at")));
    return new Vote(who(said), choice, at, String.valueOf(said.get("reason")));
  }

  private static Who who(Map<?, ?> said) {
    return new Who(String.valueOf(said.get("by")), String.valueOf(said.get("name")));
  }

  private static Map<String, Object> said(Vote vote) {
    return said(vote.by(), vote.at(), vote.reason());
  }

  static Map<String, Object> said(Who by, Instant at, String reason) {
    return said(by, at, Map.of("reason", reason));
  }

  private static Map<String, Object> said(Who by, Instant at, Map<String, Object> more) {
    var said = new LinkedHashMap<String, Object>(more);
    said.put("by", by.id());
    said.put("name", by.name());
    said.put("at", at.toString());
    return said;
  }
}
