package dev.muster.bot.config.current;

import static dev.muster.bot.config.current.TestConfigReplica.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FollowConfigTest {

  private final MemoryConfigurations accepted = new MemoryConfigurations();
  private final NoticeChat chat = new NoticeChat();

  @Test
  void the_first_start_accepts_its_files_and_says_nothing() {
    var replica = start("a", "One");

    assertThat(replica.runs()).isEqualTo("One 1");
    replica.lookTwice();
    assertThat(chat.posts).isEmpty();
  }

  @Test
  void a_changed_file_is_taken_up_by_every_replica_and_told_once() {
    var a = start("a", "One");
    var b = start("b", "One");

    a.write(config("Two"));
    a.lookTwice();
    b.lookTwice();

    assertThat(a.runs()).isEqualTo("Two 2");
    assertThat(b.runs()).isEqualTo("Two 2");
    assertThat(chat.posts)
        .containsExactly("#alerts Configuration 2 is in use, from the files of a.");
  }

  @Test
  void a_file_that_is_still_being_written_is_left_alone() {
    var replica = start("a", "One");

    replica.write("apiVersion: mus");
    replica.follow.look();
    replica.write(config("Two"));
    replica.follow.look();
    assertThat(replica.runs()).isEqualTo("One 1");
    replica.follow.look();

    assertThat(replica.runs()).isEqualTo("Two 2");
    assertThat(chat.posts).hasSize(1);
  }

  @Test
  void runbooks_are_followed_and_a_broken_one_keeps_the_last_good_one() {
    var a = start("a", "One");
    var b = start("b", "One");
    var runbook =
        """
        apiVersion: muster/v1
        runbook: hello
        title: Say hello
        steps: [{uses: message, with: {text: hello}}]
        """;

    a.beside = Map.of("runbooks/hello.yaml", runbook);
    a.lookTwice();
    b.lookTwice();
    a.beside = Map.of("runbooks/hello.yaml", runbook.replace("message", "massage"));
    a.lookTwice();
    b.lookTwice();

    assertThat(b.current.get().runbooks().own()).containsOnlyKeys("hello");
    assertThat(a.current.get().runbooks().find("hello")).isPresent();
    assertThat(chat.posts)
        .containsExactly(
            """
            #alerts Configuration 2 is in use, from the files of a.
            runbooks: added hello\
            """,
            """
            #alerts The configuration files of a are broken. Configuration 2 stays in use.
            runbooks/hello.yaml:4:16: there is no kind of step `massage`; did you mean `message`?
            Mend them and save. Muster looks at the files again by itself.\
            """);
  }

  @Test
  void a_replica_that_starts_with_older_files_follows_the_others_and_says_so() {
    var a = start("a", "One");
    a.write(config("Two"));
    a.lookTwice();
    chat.posts.clear();

    var late = start("b", "One");
    late.lookTwice();

    assertThat(late.runs()).isEqualTo("Two 2");
    assertThat(a.runs()).isEqualTo("Two 2");
    assertThat(chat.posts)
        .containsExactly(
            """
            #alerts b has older files than configuration 2 and follows that one.
            It came from a at 21 Nov 10:00 Z
            Bring the files there up to date. To go back to them, save one with a change, such as \
            a comment.\
            """);
  }

  @Test
  void the_demo_stays_the_demo_on_the_database_of_a_team() {
    var demo = start("demo", "Demo");
    demo.insists = true;
    start("team", "Team");
    demo.lookTwice();
    assertThat(demo.runs()).isEqualTo("Team 2");

    demo.follow.begin();

    assertThat(demo.runs()).isEqualTo("Demo 3");
  }

  @Test
  void going_back_on_purpose_is_taken_up_like_any_change() {
    var a = start("a", "One");
    var b = start("b", "One");
    a.write(config("Two"));
    a.lookTwice();
    b.lookTwice();

    a.write(config("One"));
    a.lookTwice();
    b.lookTwice();

    assertThat(a.runs()).isEqualTo("One 3");
    assertThat(b.runs()).isEqualTo("One 3");
  }

  @Test
  void who_proposes_a_moment_later_than_another_is_accepted_after_it() {
    var a = start("a", "One");
    var b = start("b", "One");
    b.write(config("Two"));
    a.write(config("Three"));
    accepted.faster = b::lookTwice;

    a.lookTwice();
    b.lookTwice();

    assertThat(a.runs()).isEqualTo("Three 3");
    assertThat(b.runs()).isEqualTo("Three 3");
  }

  @Test
  void who_is_taken_off_duty_by_a_change_is_named() {
    var on =
        "schedules: {primary: {layers: [{rotation: [%s], every: 1 week, start: 2024-12-02}]}}\n";
    var a = TestConfigReplica.started("a", config("One") + on.formatted("devops"), accepted, chat);

    a.write(config("One") + on.formatted("backend"));
    a.lookTwice();
    a.write(config("One"));
    a.lookTwice();

    assertThat(chat.posts)
        .containsExactly(
            """
            #alerts Configuration 2 is in use, from the files of a.
            schedules: changed primary
            Warning: DevOps Engineer was on call in primary until this moment; now it is Backend \
            Engineer.\
            """,
            """
            #alerts Configuration 3 is in use, from the files of a.
            schedules: removed primary
            Warning: Backend Engineer was on call in primary until this moment; now nobody is.\
            """);
  }

  @Test
  void what_changed_is_summed_up_with_the_warnings() {
    var a = start("a", "One");

    a.write(
        config("One")
            .replace("  backend: {name: Backend", "  database: {name: Backend")
            .replace("alerts: {}", "alerts: {slack: C02ALERTS}, new: {}")
            .replace("routes: [{", "routes: [{match: {severity: critical}, "));
    a.lookTwice();

    assertThat(chat.posts)
        .containsExactly(
            """
            #alerts Configuration 2 is in use, from the files of a.
            people: added database; removed backend
            channels: added new; changed alerts
            routes: changed route 1
            muster.yaml:9:1: warning: alerts that no route takes are kept and tell nobody; end \
            with a route without `match`\
            """);
  }

  @Test
  void a_warning_is_told_with_the_change_that_brings_it_and_not_with_those_after_it() {
    var hook = "notifiers: {webhook: {status: {url: https://status.example}}}\n";
    var page = "escalation: {all: {levels: [{page: [\"person:devops\"], after: 0m}]}}\n";
    var a = TestConfigReplica.started("a", config("One") + hook, accepted, chat);

    a.write("# moved\n" + config("Two") + hook);
    a.lookTwice();
    a.write(config("Three") + hook + page);
    a.lookTwice();

    assertThat(chat.posts.getFirst())
        .isEqualTo("#alerts Configuration 2 is in use, from the files of a.");
    assertThat(chat.posts.getLast())
        .contains("warning: `escalation` has no effect")
        .doesNotContain("`notifiers`");
  }

  @Test
  void a_chat_that_is_away_is_told_when_it_is_back() {
    var a = start("a", "One");
    chat.isAway = true;
    a.write(config("Two"));
    a.lookTwice();
    assertThat(chat.posts).isEmpty();

    chat.isAway = false;
    a.follow.look();

    assertThat(chat.posts).hasSize(1);
  }

  @Test
  void what_a_change_could_not_do_is_done_at_the_next_look() {
    var a = start("a", "One");
    var b = start("b", "One");
    var away = new AtomicBoolean(true);
    var done = new ArrayList<String>();
    b.current.whenReplaced(config -> {
      if (away.get()) {
        throw new StoreUnavailable("away", null);
      }
      done.add(config.name());
    });
    a.write(config("Two"));
    a.lookTwice();
    assertThatThrownBy(b.follow::look).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(b.follow::look).isInstanceOf(StoreUnavailable.class);

    away.set(false);
    b.lookTwice();

    assertThat(b.runs()).isEqualTo("Two 2");
    assertThat(done).containsExactly("Two");
  }

  private TestConfigReplica start(String name, String team) {
    return TestConfigReplica.started(name, config(team), accepted, chat);
  }
}
