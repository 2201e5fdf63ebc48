package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.incident.AlertTally;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeCommandTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.incidents.add(
        TestIncidents.about(1043, "High latency")
            .with(new Headline("High latency", Optional.empty(), Set.of("api"), Map.of()))
            .joinedBy(TestIncidents.CRITICAL, Optional.empty())
            .joinedBy(TestIncidents.CRITICAL, Optional.empty()));
  }

  @Test
  void the_other_has_its_alerts_and_services_and_both_say_so() {
    var reply = channel.say("/incident merge 1043 into 1042");

    assertThat(reply.message().fallback())
        .isEqualTo(
            "Merged #1043 into #1042 database_down · api, learnhub-db · Critical · nobody has it");
    assertThat(channel.incidents.handedOver()).containsExactly("#1043 to #1042");
    assertThat(channel.incidents.get(1042).alerts()).isEqualTo(new AlertTally(3, 3, 0));
    assertThat(channel.incidents.timeline())
        .extracting(entry -> entry.incident() + " " + entry.text())
        .containsExactly(
            "#1043 Merged into #1042", "#1042 Took in #1043 High latency, with 2 alerts");
    assertThat(channel.incidents.replies())
        .extracting(said -> said.incident() + " " + said.message().fallback())
        .containsExactly(
            "#1043 DevOps Engineer merged it into #1042. It goes on there: /incident show 1042",
            "#1042 DevOps Engineer merged #1043 High latency into this one, with 2 alerts.");
    assertThat(Screen.wide(IncidentPost.render(channel.incidents.get(1043))))
        .isEqualTo(
            """
            (NONE) High latency · api · goes on as #1042 #1043
            Merged into #1042 by DevOps Engineer 10:00 · its alerts are there now
            [Show #1042] [Timeline]
            """);
  }

  @Test
  void the_runs_that_come_along_are_named_where_people_go_on() {
    channel.incidents.goOnFor(
        new IncidentId(1043),
        run(319, "Fail over", "needs-attention"),
        run(318, "Clear the cache", "asking"));

    channel.say("/incident merge 1043 into 1042");

    assertThat(channel.incidents.timeline().getLast().text())
        .endsWith("; its runs 319 (Fail over), 318 (Clear the cache) go on here");
    assertThat(Screen.wide(channel.incidents.replies().getLast().message()))
        .endsWith(
            """
            . Its runs go on here:
            Run 319 · Fail over · needs a person ›
            Run 318 · Clear the cache · waits for people ›
            """);
  }

  @Test
  void of_many_runs_some_are_named() {
    var many =
        IntStream.range(0, 7).mapToObj(i -> run(320 - i, "Look", "running")).toArray(Line[]::new);
    channel.incidents.goOnFor(new IncidentId(1043), many);

    channel.say("/incident merge 1043 into 1042");

    assertThat(channel.incidents.timeline().getLast().text())
        .endsWith(", 316 (Look) and others go on here");
    assertThat(Screen.wide(channel.incidents.replies().getLast().message()))
        .endsWith("Run 316 · Look · goes on ›\nand others: `/runbook status`\n");
  }

  private static Line run(long id, String title, String state) {
    return new Line(
        new RunId(id),
        "runbook",
        title,
        new Who("devops", "DevOps Engineer"),
        Instant.EPOCH,
        false,
        state,
        Standing.GOOD,
        Optional.of(1043L),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void both_are_locked_before_anything_is_decided() {
    channel.say("/incident merge 1043 1042");

    assertThat(channel.incidents.locked())
        .containsExactlyInAnyOrder(new IncidentId(1042), new IncidentId(1043));
  }

  @Test
  void in_its_thread_only_the_other_is_named() {
    channel.sayInThread(1043, "/incident merge into #1042");

    assertThat(channel.incidents.get(1043).state()).isInstanceOf(IncidentState.Merged.class);
  }

  @Test
  void it_is_not_offered_to_go_into_itself() {
    channel.incidents.add(TestIncidents.triggered(1044));

    var named = channel.say("/incident merge 1043").form().orElseThrow();
    var inThread = channel.sayInThread(1043, "/incident merge").form().orElseThrow();

    assertThat(named.command()).isEqualTo("/incident merge #1043");
    assertThat(inThread.command()).isEqualTo("/incident merge");
    assertThat(List.of(named, inThread))
        .allSatisfy(form ->
            assertThat(form.fields().getFirst().choices())
                .extracting(Choice::value)
                .containsExactly("#1042", "#1044"));
  }

  @Test
  void a_second_time_changes_nothing() {
    channel.say("/incident merge 1043 into 1042");
    var before = List.of(channel.incidents.get(1042), channel.incidents.get(1043));

    var reply = channel.say("/incident merge 1043 into 1042");

    assertThat(reply.error()).isEmpty();
    assertThat(reply.message().fallback())
        .isEqualTo("#1043 is part of #1042 already. Nothing was changed.");
    assertThat(List.of(channel.incidents.get(1042), channel.incidents.get(1043))).isEqualTo(before);
    assertThat(channel.incidents.handedOver()).hasSize(1);
  }

  @Test
  void the_worse_severity_counts_and_is_said() {
    channel.say("/incident severity 1042 low");

    channel.say("/incident declare Checkout fails severity:critical");
    channel.say("/incident merge 1042 into 1051");
    channel.say("/incident declare Small thing severity:low");
    channel.say("/incident merge 1051 into 1052");

    assertThat(channel.incidents.get(1052).severity().name()).isEqualTo("Critical");
    assertThat(channel.incidents.timeline().getLast().text())
        .isEqualTo("Took in #1051 Checkout fails, with 1 alert; severity Critical (was Low)");
  }

  @Test
  void what_is_asked_of_the_merged_one_is_offered_for_the_other() {
    channel.say("/incident merge 1043 into 1042");

    var reply = channel.say("/incident note 1043 Pool is full");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            #1043 goes on as #1042. Nothing was changed.
            [*note #1042*] [Show #1043]
            """);

    channel.say(TestChannel.command(reply, "note #1042"));

    assertThat(channel.incidents.timeline().getLast().text()).isEqualTo("Pool is full");
    assertThat(channel.incidents.timeline().getLast().incident()).isEqualTo(new IncidentId(1042));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1043 into 1043     | INVALID   | #1043 cannot go into itself.
          1043 into 99       | NOT_FOUND | There is no incident #99. Nothing was changed.
          99 into 1042       | NOT_FOUND | There is no incident #99. Nothing was changed.
          1042               | INVALID   | Which incident does #1042 go into?
          ''                 | INVALID   | Say which incident goes into which.
          a into b           | INVALID   | Say which incident goes into which.
          """)
  void a_mistake_changes_nothing(String words, Reply.Error error, String problem) {
    var reply = channel.say("/incident merge " + words);

    assertThat(reply.error()).contains(error);
    assertThat(reply.message().fallback()).startsWith(problem);
    assertThat(channel.incidents.timeline()).isEmpty();
  }

  @Test
  void nothing_goes_into_what_is_over() {
    channel.say("/incident resolve 1042 confirm");

    var reply = channel.say("/incident merge 1043 into 1042");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            #1042 is over. Open it again first. Nothing was changed.
            [Reopen #1042]
            """);
    assertThat(channel.incidents.get(1043).isOpen()).isTrue();
  }
}
