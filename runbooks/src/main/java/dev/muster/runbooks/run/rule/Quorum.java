package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whose votes count, and whether they are enough: distinct persons, whatever platform they are on.
 *
 * @param entitled whether somebody may still approve: who has left does not count
 */
record Quorum(Approval approval, Who requester, Predicate<Who> entitled) {

  boolean excludes(Who voter) {
    return approval.notRequester() && voter.id().equals(requester.id());
  }

  List<Vote> counted(List<Vote> votes) {
    return votes.stream().filter(Vote::isFor).filter(vote -> counts(vote.by())).toList();
  }

  boolean isReached(List<Vote> votes) {
    return counted(votes).size() >= approval.quorum();
  }

  /** A person has one vote, the last. */
  static List<Vote> with(List<Vote> votes, Vote vote) {
    var next = new ArrayList<>(votes);
    next.removeIf(earlier -> earlier.by().id().equals(vote.by().id()));
    next.add(vote);
    return next;
  }

  private boolean counts(Who voter) {
    return !excludes(voter) && entitled.test(voter);
  }
}
