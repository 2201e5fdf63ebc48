package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.kind.Question.Checklist;
import dev.muster.runbooks.kind.Question.Confirmation;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState.Answer;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Tick;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.Ruling.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What people answer to the question of a step. Whether somebody may answer at all is the caller's
 * to check.
 */
public record Answers(Run run, StepPath path) {

  /**
   * Whether the run may go on.
   *
   * @param entitled whether somebody may approve now: asked of everybody who voted when it counts
   */
  public Ruling vote(Vote vote, Predicate<Who> entitled) {
    return whenAsked(
        vote.by(),
        vote.at(),
        asked -> {
          if (!(asked.question() instanceof Approval approval)) {
            return notAsked();
          }
          var quorum = new Quorum(approval, run.origin().requester(), entitled);
          if (vote.choice() == Vote.Choice.BREAK_GLASS) {
            throw new IllegalArgumentException("nobody breaks the glass by a vote");
          }
          if (vote.choice() == Vote.Choice.APPROVE && quorum.excludes(vote.by())) {
            return new Refused(
                Why.NOT_COUNTED,
                "You asked for this run, so somebody else has to approve it. You can still cancel"
                    + " it.");
          }
          if (asked.votes().stream().anyMatch(earlier -> isSame(earlier, vote))) {
            return new Refused(Why.ALREADY, already(vote, quorum, asked.votes()));
          }
          return counted(asked, vote, quorum);
        });
  }

  /**
   * One person lets the run go on alone, because nobody entitled has answered in time. Whether they
   * have one of the roles is the caller's to check.
   */
  public Ruling breakGlass(Who by, String reason, BreakGlass rule, Instant now) {
    return whenAsked(
        by,
        now,
        asked -> {
          if (!(asked.question() instanceof Approval)) {
            return notAsked();
          }
          if (reason.isBlank()) {
            return new Refused(
                Why.NOT_COUNTED, "Say why: whoever reads this tomorrow has to know.");
          }
          if (!rule.requester() && by.id().equals(run.origin().requester().id())) {
            return new Refused(
                Why.NOT_COUNTED,
                "You asked for this run, so somebody else has to break the glass. You can still"
                    + " cancel it.");
          }
          return now.isBefore(rule.opens(asked.at()))
              ? tooEarly(Duration.between(now, rule.opens(asked.at())))
              : answered(broken(asked, new Vote(by, Vote.Choice.BREAK_GLASS, now, reason)));
        });
  }

  private static Refused tooEarly(Duration left) {
    return new Refused(
        Why.NOT_NOW,
        "Whoever may approve has %d min more to answer. After that you can break the glass."
            .formatted(left.plusMillis(59_999).toMinutes()));
  }

  private static Answered broken(Asked asked, Vote vote) {
    var words = vote.by().name() + " broke the glass" + because(vote.reason());
    return new Answered(vote.at(), Answer.YES, Testimony.broken(asked.found(), vote), words);
  }

  /** Whether what is asked is so. */
  public Ruling confirm(Who by, boolean yes, String reason, Instant now) {
    return whenAsked(
        by,
        now,
        asked -> {
          if (!(asked.question() instanceof Confirmation)) {
            return notAsked();
          }
          var words = by.name() + (yes ? " confirmed" : " said no") + because(reason);
          var answer = yes ? Answer.YES : Answer.NO;
          return answered(new Answered(now, answer, Testimony.said(by, now, reason), words));
        });
  }

  /** A line of a checklist, counted from 0, is done, or not after all. */
  public Ruling tick(int line, boolean done, Who by, Instant now) {
    return whenAsked(
        by,
        now,
        asked -> {
          if (!(asked.question() instanceof Checklist(_, var lines))) {
            return notAsked();
          }
          if (line < 0 || line >= lines.size()) {
            return new Refused(
                Why.NOT_NOW,
                "There is no line %d: its checklist has %d.".formatted(line + 1, lines.size()));
          }
          if (asked.ticked().containsKey(line) == done) {
            return new Refused(
                Why.ALREADY, lines.get(line) + (done ? " is done." : " is not done."));
          }
          return ticked(asked, lines, line, done, new Tick(by, now));
        });
  }

  private Ruling ticked(Asked asked, List<String> lines, int line, boolean done, Tick tick) {
    var ticked = new TreeMap<>(asked.ticked());
    if (done) {
      ticked.put(line, tick);
    } else {
      ticked.remove(line);
    }
    var words = tick.by().name() + (done ? " ticked " : " took back ") + lines.get(line);
    if (ticked.size() < lines.size()) {
      return new Applied(still(asked.with(ticked)), words);
    }
    var all =
        new Answered(
            tick.at(),
            Answer.YES,
            Testimony.ticked(lines, ticked),
            "all %d done".formatted(lines.size()));
    return new Applied(answered(all).run(), words);
  }

  private Ruling counted(Asked asked, Vote vote, Quorum quorum) {
    var votes = Quorum.with(asked.votes(), vote);
    if (!vote.isFor()) {
      var words = vote.by().name() + " rejected it" + because(vote.reason());
      return answered(
          new Answered(vote.at(), Answer.REJECTED, Testimony.rejected(asked.found(), vote), words));
    }
    if (quorum.isReached(votes)) {
      return answered(approved(asked, vote, quorum.counted(votes)));
    }
    var words =
        "%s approved (%d of %d)"
            .formatted(vote.by().name(), quorum.counted(votes).size(), quorum.approval().quorum());
    return new Applied(still(asked.with(votes)), words);
  }

  private static Answered approved(Asked asked, Vote last, List<Vote> votes) {
    var names = votes.stream().map(vote -> vote.by().name()).toList();
    var words = String.join(" and ", names) + " approved" + because(last.reason());
    var result = Testimony.approved(asked.found(), last, votes);
    return new Answered(last.at(), Answer.YES, result, words);
  }

  private static boolean isSame(Vote earlier, Vote vote) {
    return earlier.by().id().equals(vote.by().id()) && earlier.choice() == vote.choice();
  }

  private static String already(Vote vote, Quorum quorum, List<Vote> votes) {
    return "You have %s this already. %d of %d people have approved; it needs somebody else."
        .formatted(
            vote.isFor() ? "approved" : "rejected",
            quorum.counted(votes).size(),
            quorum.approval().quorum());
  }

  private Ruling whenAsked(Who by, Instant now, Function<Asked, Ruling> then) {
    if (!by.isPerson()) {
      return new Refused(Why.NOT_COUNTED, "Only a person can answer this.");
    }
    var isHere = run.state() instanceof Asking(var step) && step.equals(path);
    Optional<Asked> asked = isHere ? run.question() : Optional.empty();
    var isUnanswered = asked.flatMap(Asked::until).filter(end -> !now.isBefore(end)).isPresent();
    return isUnanswered
        ? new Refused(Why.TOO_LATE, "The time to answer is over. Muster sees to what comes of it.")
        : asked.map(then).orElseGet(this::tooLate);
  }

  /** It asks something else. */
  private Refused notAsked() {
    return new Refused(Why.NOT_NOW, WaitsFor.words(run));
  }

  private Refused tooLate() {
    var words = WaitsFor.words(run);
    return new Refused(Why.TOO_LATE, run.isOver() ? words : "This has been answered. " + words);
  }

  private Applied answered(Answered answered) {
    var record = run.steps().find(path).orElseThrow();
    var next = run.with(record.to(answered)).to(new Running(), answered.at());
    return new Applied(next, answered.words());
  }

  private Run still(Asked asked) {
    return run.with(run.steps().find(path).orElseThrow().to(asked));
  }

  private static String because(String reason) {
    return reason.isBlank() ? "" : ": " + reason.strip();
  }
}
