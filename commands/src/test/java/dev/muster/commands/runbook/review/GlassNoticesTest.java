package dev.muster.commands.runbook.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.runbook.review.GlassWork.Subject;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlassNoticesTest {

  private static final Duration AFTER = Duration.ofMinutes(10);
  private static final RunId RUN = new RunId(1);
  private final Office office = new Office(Written.FAILOVER);
  private final Glass glass = office.breakGlass(new BreakGlass(Set.of("reader"), AFTER, false));
  private final Posts web = new Posts(false);
  private final Posts away = new Posts(true);

  /** Keeps what is posted by its key. */
  private record Posts(boolean isAway, Map<String, Message> posts) implements Chat {
    Posts(boolean isAway) {
      this(isAway, new LinkedHashMap<>());
    }

    @Override
    public String platform() {
      return "web";
    }

    @Override
    public PostRef post(String channel, Once once, long version, Message message) {
      if (isAway) {
        throw new ChatException("away", null);
      }
      posts.putIfAbsent(channel + " " + once.key(), message);
      return new PostRef("web", channel, "1");
    }

    @Override
    public void edit(PostRef post, long version, Message message) {
      throw new AssertionError("nothing is edited");
    }

    @Override
    public PostRef reply(PostRef root, Once once, Message message) {
      throw new AssertionError("nothing is replied");
    }
  }

  private GlassNotices notices(Chat... chats) {
    var outside = new GlassNotices.Outside(office, List.of(chats), () -> "muster");
    return new GlassNotices(glass, office.runs::find, outside, office.clock());
  }

  private void failover(boolean inThread) throws Exception {
    var run = "/runbook run failover";
    for (var text : List.of(run, run + " offer:offer1")) {
      var _ = inThread ? office.sayInThread(Office.OPS, text) : office.say(Office.OPS, text);
    }
    office.work();
    office.advance(AFTER);
  }

  private void breakIt() throws Exception {
    office.watched(1, () -> office.say(Office.READER, "/runbook break-glass 1 primary gone"));
    office.work();
  }

  private static Subject.Unanswered asked() {
    return new Subject.Unanswered(RUN, StepPath.parse("steps.0").orElseThrow(), 1);
  }

  @Test
  void when_nobody_has_answered_the_button_is_there() throws Exception {
    failover(false);

    assertThat(notices(web).say(asked(), false)).isEmpty();

    assertThat(web.posts()).containsOnlyKeys("ops asked/1/steps.0:1/ops");
    assertThat(Screen.wide(web.posts().values().iterator().next()))
        .isEqualTo(
            """
            (HIGH) Nobody has answered run 1 for 10 min: Fail over run 1
            Promote app-replica?
            Needs 2 of dba, not whoever asked for it.
            If it cannot wait, reader may break the glass: one person decides, says why, and \
            somebody else looks at it afterwards.
            [*Approve*] [Break the glass] [Status]
            """);
  }

  @Test
  void what_was_answered_meanwhile_is_not_told() throws Exception {
    failover(false);
    office.say(Office.DBA, "/runbook reject 1");

    assertThat(notices(web).say(asked(), false)).isEmpty();

    assertThat(web.posts()).isEmpty();
  }

  @Test
  void broken_glass_is_told_in_the_thread_and_where_muster_speaks_of_itself() throws Exception {
    failover(true);
    breakIt();

    var next = notices(web).say(new Subject.Broken(RUN), false);

    assertThat(office.said()).extracting(it -> it.key()).containsExactly("42:broken/1/1/0");
    assertThat(web.posts()).containsOnlyKeys("muster broken/1/1/0/muster");
    assertThat(Screen.wide(web.posts().values().iterator().next()))
        .startsWith(
            "(CRITICAL) Rita Reader broke the glass: run 1 goes on without its approval: Fail over")
        .contains(
            "Asked: Promote app-replica?",
            ": primary gone",
            "Somebody else looks at it, not whoever asked for the run, and says what they found.")
        .endsWith("[*Review*] [Status] [Log]\n");
    assertThat(next).contains(office.clock().instant().plus(Duration.ofDays(1)));
  }

  @Test
  void every_day_somebody_is_reminded_until_somebody_looks() throws Exception {
    failover(false);
    breakIt();
    office.advance(Duration.ofDays(1));

    var next = notices(web).say(new Subject.Broken(RUN), false);

    assertThat(next).contains(office.clock().instant().plus(Duration.ofDays(1)));
    assertThat(web.posts()).containsOnlyKeys("ops broken/1/1/1/ops", "muster broken/1/1/1/muster");
    office.say(Office.BOSS, "/runbook review 1 it was right");
    assertThat(notices(web).say(new Subject.Broken(RUN), false)).isEmpty();
    assertThat(web.posts()).hasSize(2);
  }

  @Test
  void a_chat_that_is_away_keeps_no_other_from_it_and_is_tried_again() throws Exception {
    failover(false);
    breakIt();

    assertThatThrownBy(() -> notices(away, web).say(new Subject.Broken(RUN), false))
        .isInstanceOf(ChatException.class);
    assertThat(web.posts()).hasSize(2);
    notices(web).say(new Subject.Broken(RUN), true);
    assertThat(web.posts()).hasSize(2);
  }

  @Test
  void what_there_is_to_say_is_read_as_it_was_written() {
    for (var subject : List.of(asked(), new Subject.Broken(RUN))) {
      assertThat(Subject.parse(subject.toString())).contains(subject);
    }
    assertThat(Subject.parse("broken/")).isEqualTo(Optional.empty());
  }
}
