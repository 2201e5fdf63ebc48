package dev.muster.runbooks.run.rule;

import static dev.muster.runbooks.testing.TestRun.BACKEND;
import static dev.muster.runbooks.testing.TestRun.DEVOPS;
import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestRun.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.kind.Question.Checklist;
import dev.muster.runbooks.kind.Question.Confirmation;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState.Answer;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.Ruling.Why;
import dev.muster.runbooks.testing.TestRun;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final StepPath PATH = StepPath.of(Phase.STEPS, 0);
  private static final Approval TWO_OTHERS = new Approval("Go?", Set.of("dba"), 2, true);
  private static final Predicate<Who> ALL = _ -> true;
  private static final Duration AFTER = Duration.ofMinutes(10);

  @Test
  void a_quorum_is_distinct_people() {
    var run = asked(TWO_OTHERS);

    var first = vote(run, BACKEND, Choice.APPROVE, ALL);
    var again = vote(applied(first), BACKEND, Choice.APPROVE, ALL);
    var second = vote(applied(first), LEAD, Choice.APPROVE, ALL);

    assertThat(applied(first).state()).isInstanceOf(Asking.class);
    assertThat(again)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isEqualTo(Why.ALREADY));
    assertThat(applied(second).state()).isInstanceOf(Running.class);
    assertThat(answer(second).result()).containsEntry("approvedBy", List.of("backend", "lead"));
  }

  @Test
  void the_requesters_own_approval_does_not_count() {
    assertThat(vote(asked(TWO_OTHERS), DEVOPS, Choice.APPROVE, ALL))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isEqualTo(Why.NOT_COUNTED));
  }

  @Test
  void the_requester_may_reject() {
    var rejected = vote(asked(TWO_OTHERS), DEVOPS, Choice.REJECT, ALL);

    assertThat(answer(rejected).answer()).isEqualTo(Answer.REJECTED);
    assertThat(answer(rejected).words()).isEqualTo("DevOps Engineer rejected it: because");
  }

  @Test
  void who_has_left_meanwhile_does_not_count() {
    var first = applied(vote(asked(TWO_OTHERS), BACKEND, Choice.APPROVE, ALL));

    var second = vote(first, LEAD, Choice.APPROVE, who -> !who.equals(BACKEND));

    assertThat(applied(second).state()).isInstanceOf(Asking.class);
  }

  @Test
  void who_changes_their_mind_has_one_vote() {
    var one = new Approval("Go?", Set.of(), 1, false);
    var two = applied(vote(asked(TWO_OTHERS), BACKEND, Choice.APPROVE, ALL));

    var rejected = vote(two, BACKEND, Choice.REJECT, ALL);

    assertThat(answer(rejected).answer()).isEqualTo(Answer.REJECTED);
    assertThat(answer(vote(asked(one), DEVOPS, Choice.APPROVE, ALL)).answer())
        .isEqualTo(Answer.YES);
  }

  @Test
  void breaking_the_glass_needs_no_second_person() {
    var broken = breakGlass(asked(TWO_OTHERS), BACKEND, "because", NOW.plus(AFTER));

    assertThat(answer(broken).answer()).isEqualTo(Answer.YES);
    assertThat(answer(broken).words()).isEqualTo("Backend Engineer broke the glass: because");
    assertThat(Testimony.brokenBy(answer(broken).result())).contains(BACKEND);
  }

  @Test
  void an_approval_is_no_broken_glass() {
    var one = new Approval("Go?", Set.of(), 1, false);

    assertThat(Testimony.brokenBy(answer(vote(asked(one), LEAD, Choice.APPROVE, ALL)).result()))
        .isEmpty();
  }

  @Test
  void who_breaks_the_glass_says_why() {
    assertThat(why(breakGlass(asked(TWO_OTHERS), BACKEND, " ", NOW.plus(AFTER))))
        .isEqualTo(Why.NOT_COUNTED);
  }

  @Test
  void the_glass_holds_until_nobody_has_answered_for_so_long() {
    var early = breakGlass(asked(TWO_OTHERS), BACKEND, "because", NOW.plus(AFTER).minusMillis(1));

    assertThat(why(early)).isEqualTo(Why.NOT_NOW);
    assertThat(((Refused) early).words()).contains("1 min more");
  }

  @Test
  void the_requester_breaks_the_glass_only_where_the_rule_says_so() {
    var theirs = new BreakGlass(Set.of("on-call"), AFTER, true);
    var answers = new Answers(asked(TWO_OTHERS), PATH);

    assertThat(why(breakGlass(asked(TWO_OTHERS), DEVOPS, "because", NOW.plus(AFTER))))
        .isEqualTo(Why.NOT_COUNTED);
    assertThat(answers.breakGlass(DEVOPS, "because", theirs, NOW.plus(AFTER)))
        .isInstanceOf(Applied.class);
  }

  @Test
  void what_is_no_approval_has_no_glass() {
    assertThat(why(breakGlass(asked(new Confirmation("So?")), BACKEND, "why", NOW.plus(AFTER))))
        .isEqualTo(Why.NOT_NOW);
  }

  @Test
  void nobody_breaks_the_glass_by_a_vote() {
    var run = asked(TWO_OTHERS);

    assertThatThrownBy(() -> vote(run, BACKEND, Choice.BREAK_GLASS, ALL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void who_approves_at_the_same_time_as_the_same_person_elsewhere_counts_once() {
    var slack = new Who("backend", "Backend Engineer");
    var web = new Who("backend", "backend@example.org");

    var both =
        vote(
            applied(vote(asked(TWO_OTHERS), slack, Choice.APPROVE, ALL)), web, Choice.APPROVE, ALL);

    assertThat(why(both)).isEqualTo(Why.ALREADY);
  }

  private static Ruling breakGlass(Run run, Who by, String reason, Instant at) {
    var rule = new BreakGlass(Set.of("on-call"), AFTER, false);
    return new Answers(run, PATH).breakGlass(by, reason, rule, at);
  }

  private static Why why(Ruling ruling) {
    return ((Refused) ruling).why();
  }

  @Test
  void what_is_no_person_has_no_vote() {
    assertThat(vote(asked(TWO_OTHERS), new Who("alert:17", "DiskFull"), Choice.APPROVE, ALL))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isEqualTo(Why.NOT_COUNTED));
  }

  @Test
  void a_second_click_comes_too_late() {
    var question = new Confirmation("Can it bear an outage?");
    var answered = applied(new Answers(asked(question), PATH).confirm(LEAD, true, "", NOW));

    assertThat(new Answers(answered, PATH).confirm(BACKEND, false, "", NOW))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).isEqualTo(Why.TOO_LATE));
  }

  @Test
  void a_checklist_is_done_with_its_last_line() {
    var run = asked(new Checklist("After it", List.of("Queries work", "No spike")));

    var first = tick(run, 0, true);
    var back = tick(applied(tick(applied(first), 0, false)), 1, true);
    var last = tick(applied(first), 1, true);

    assertThat(applied(first).state()).isInstanceOf(Asking.class);
    assertThat(applied(back).state()).isInstanceOf(Asking.class);
    assertThat(answer(last).answer()).isEqualTo(Answer.YES);
    assertThat(tick(run, 2, true)).isInstanceOf(Refused.class);
  }

  private static Ruling tick(Run run, int line, boolean done) {
    return new Answers(run, PATH).tick(line, done, LEAD, NOW);
  }

  private static Ruling vote(Run run, Who by, Choice choice, Predicate<Who> entitled) {
    return new Answers(run, PATH).vote(new Vote(by, choice, NOW, "because"), entitled);
  }

  private static Run asked(Question question) {
    return TestRun.begin(TestRunbook.of(TestStep.of("go", "ask"))).asked(question).run();
  }

  private static Run applied(Ruling ruling) {
    return ((Applied) ruling).run();
  }

  private static Answered answer(Ruling ruling) {
    return (Answered) applied(ruling).steps().find(PATH).orElseThrow().state();
  }
}
