package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakGlassTest {

  private static final Duration AFTER = Duration.ofMinutes(10);
  private final Office office = new Office(Written.FAILOVER);

  @BeforeEach
  void askForIt() throws Exception {
    office.breakGlass(new BreakGlass(Set.of("reader"), AFTER, false));
    office.say(Office.OPS, "/runbook run failover");
    office.say(Office.OPS, "/runbook run failover offer:offer1");
    office.watched(
        1,
        () -> {
          office.work();
          return 1;
        });
  }

  private Reply say(Person person, String text) {
    return office.say(person, text);
  }

  private Reply broken() throws Exception {
    office.advance(AFTER);
    var replies = new ArrayList<Reply>();
    office.watched(1, () -> replies.add(say(Office.READER, "/runbook break-glass 1 primary gone")));
    return replies.getFirst();
  }

  @Test
  void when_it_may_be_broken_is_told_then() {
    assertThat(office.looks())
        .containsOnlyKeys("asked/1/steps.0:1")
        .containsValue(office.clock().instant().plus(AFTER));
  }

  @Test
  void somebody_with_the_role_lets_it_go_on_alone_and_says_why() throws Exception {
    assertThat(broken().message().fallback())
        .isEqualTo("Run 1: Rita Reader broke the glass: primary gone.");

    office.work();

    assertThat(office.change.acts()).containsExactly("promote");
    assertThat(office.run(1).hasSucceeded()).isTrue();
    assertThat(office.log.page(new RunId(1), 0, 100))
        .anyMatch(it -> it.line().text().contains("Rita Reader broke the glass: primary gone"));
  }

  @Test
  void it_is_told_in_public() throws Exception {
    assertThat(broken().isPrivate()).isFalse();
    assertThat(office.looks()).containsEntry("broken/1", office.clock().instant());
  }

  @Test
  void before_its_time_it_holds() throws Exception {
    office.advance(AFTER.minusSeconds(61));

    assertThat(say(Office.READER, "/runbook break-glass 1 primary gone").message().fallback())
        .startsWith("Whoever may approve has 2 min more to answer.");
    assertThat(office.change.acts()).isEmpty();
  }

  @Test
  void without_the_role_it_holds() throws Exception {
    office.advance(AFTER);

    var reply = say(Office.DBA, "/runbook break-glass 1 primary gone");

    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(reply.message().fallback()).startsWith("You can't break the glass of run 1.");
  }

  @Test
  void whoever_asked_for_it_does_not_break_it() throws Exception {
    office.breakGlass(new BreakGlass(Set.of("operator"), AFTER, false));
    office.advance(AFTER);

    assertThat(say(Office.OPS, "/runbook break-glass 1 primary gone").message().fallback())
        .startsWith("You asked for this run, so somebody else has to break the glass.");
  }

  @Test
  void without_a_reason_it_is_asked_for() throws Exception {
    office.advance(AFTER);

    var reply = say(Office.READER, "/runbook break-glass 1");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.missing()).containsExactly("why");
    assertThat(office.reviews.countOpen()).isZero();
  }

  @Test
  void what_was_broken_is_reviewed_by_somebody_else_who_may_approve() throws Exception {
    broken();

    assertThat(Screen.wide(say(Office.BOSS, "/runbook review").message()))
        .isEqualTo(
            """
            1 review to do: glass was broken
            Run 1 · Fail over · Rita Reader: primary gone · 10:10 ›
            """);
    assertThat(say(Office.BOSS, "/runbook review 1").missing()).containsExactly("found");
    assertThat(say(Office.BOSS, "/runbook review 1 it was right").message().fallback())
        .isEqualTo("Run 1: Bea Boss looked at the broken glass: it was right");
    assertThat(office.reviews.countOpen()).isZero();
    assertThat(office.noted())
        .containsExactly("Looked at the broken glass of run 1: it was right · Bea Boss");
    assertThat(Screen.wide(say(Office.DBA, "/runbook review 1").message()))
        .contains("Looked at by Bea Boss 10:10: it was right");
  }

  @Test
  void whoever_broke_it_does_not_review_it() throws Exception {
    office.breakGlass(new BreakGlass(Set.of("dba"), AFTER, false));
    office.advance(AFTER);
    office.watched(1, () -> say(Office.DBA, "/runbook break-glass 1 primary gone"));

    assertThat(say(Office.DBA, "/runbook review 1 all fine").message().fallback())
        .isEqualTo(
            "You broke the glass of run 1 yourself: somebody else looks at it. Ask Bea Boss.");
    assertThat(office.reviews.countOpen()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "slack"})
  void whoever_asked_for_the_run_does_not_review_it_on_any_platform(String platform)
      throws Exception {
    broken();

    var reply =
        office.say(
            Office.OPS, "/runbook review 1 all fine", new Place(platform, "ops", Optional.empty()));

    assertThat(reply.error()).contains(Reply.Error.DENIED);
    assertThat(reply.message().fallback())
        .isEqualTo(
            "You asked for run 1 yourself: somebody else looks at it. Ask Dan DBA, Bea Boss.");
    assertThat(office.reviews.countOpen()).isOne();
    assertThat(office.noted()).isEmpty();
  }

  @Test
  void whoever_may_not_review_it_hears_who_may() throws Exception {
    broken();
    var reader =
        new Person(new PersonId("other"), "Otto Other", ZoneId.of("UTC"), Set.of("reader"));

    var reply = say(reader, "/runbook review 1 all fine");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            You can't review run 1. It needs role admin or dba or operator.
            Ask Dan DBA, Bea Boss.
            """);
    assertThat(say(Office.GUEST, "/runbook review").error()).contains(Reply.Error.DENIED);
  }

  @Test
  void where_everybody_who_may_was_in_it_the_configuration_helps() throws Exception {
    office.breakGlass(new BreakGlass(Set.of("dba"), AFTER, false));
    office.has(Office.OPS, Office.DBA);
    office.advance(AFTER);
    office.watched(1, () -> say(Office.DBA, "/runbook break-glass 1 primary gone"));

    assertThat(say(Office.OPS, "/runbook review 1 all fine").message().fallback())
        .isEqualTo(
            "You asked for run 1 yourself: somebody else looks at it. Nobody else can. Roles stand"
                + " in muster.yaml.");
  }

  @Test
  void whoever_comes_second_hears_who_was_faster_and_that_nothing_was_kept() throws Exception {
    broken();
    office.reviews.beforeClosing(() -> say(Office.BOSS, "/runbook review 1 it was right"));

    var second = say(Office.DBA, "/runbook review 1 it was wrong");

    assertThat(Screen.wide(second.message()))
        .startsWith("Somebody was faster. What you found was not kept:")
        .contains("Looked at by Bea Boss 10:10: it was right");
    assertThat(office.noted())
        .containsExactly("Looked at the broken glass of run 1: it was right · Bea Boss");
  }
}
