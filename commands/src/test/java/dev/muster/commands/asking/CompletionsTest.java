package dev.muster.commands.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.asking.Completions.Suggestion;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.people.Person;
import dev.muster.commands.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionsTest {

  private final TestChannel channel = new TestChannel();
  private final Completions completions =
      new Completions(channel.table(), People.directory(), channel.clock);

  @BeforeEach
  void open() {
    channel.incidents.add(
        TestIncidents.about(8, "slow").joinedBy(TestIncidents.CRITICAL, Optional.empty()));
    channel.incidents.add(
        TestIncidents.about(12, "gone").joinedBy(TestIncidents.CRITICAL, Optional.empty()));
  }

  private List<String> texts(String typed) {
    return texts(People.DEVOPS, typed, false);
  }

  private List<String> texts(Person who, String typed, boolean isInThread) {
    return completions.of(who, typed, isInThread).stream().map(Suggestion::text).toList();
  }

  @Test
  void verbs_come_first() {
    assertThat(texts("/incident ac")).containsExactly("/incident ack ");
    assertThat(texts("/ac")).containsExactly("/incident ack ");
    assertThat(texts("/muster incident sev")).containsExactly("/incident severity ");
  }

  @Test
  void incidents_are_offered_by_number_and_by_title() {
    assertThat(texts("/incident ack ")).containsExactly("/incident ack #8 ", "/incident ack #12 ");
    assertThat(texts("/incident ack 1")).containsExactly("/incident ack #12 ");
    assertThat(texts("/incident ack slo")).containsExactly("/incident ack #8 ");
  }

  @Test
  void the_worst_and_what_nobody_has_come_first() {
    channel.incidents.add(TestIncidents.triggered(9));
    channel.incidents.add(TestIncidents.triggered(10));
    channel.say("/incident ack 8");
    channel.say("/incident severity 9 low");
    channel.say("/incident resolve 10 confirm");

    assertThat(texts("/incident ack "))
        .containsExactly("/incident ack #12 ", "/incident ack #8 ", "/incident ack #9 ");
    assertThat(texts("/incident show "))
        .endsWith("/incident show #9 ", "/incident show #10 ")
        .hasSize(4);
    assertThat(texts("/incident reopen ")).containsExactly("/incident reopen #10 ");
  }

  @Test
  void values_of_what_comes_next_are_offered() {
    assertThat(texts("/incident severity 8 ")).contains("/incident severity 8 High ");
    assertThat(texts("/incident role #8 com"))
        .containsExactly("/incident role #8 commander ", "/incident role #8 communications ");
    assertThat(texts("/incident assign 8 back")).containsExactly("/incident assign 8 backend ");
  }

  @Test
  void names_of_options_are_offered_as_they_are_begun() {
    assertThat(texts("/incident declare Down --sev"))
        .containsExactly("/incident declare Down --severity ");
    assertThat(texts("/incident declare Down sev"))
        .containsExactly("/incident declare Down severity:");
    assertThat(texts("/incident declare Down severity:high sev")).isEmpty();
  }

  @Test
  void values_of_options_are_offered() {
    assertThat(texts("/incident declare Down severity:h"))
        .containsExactly("/incident declare Down severity:High ");
    assertThat(texts("/incident declare Down --severity l"))
        .containsExactly("/incident declare Down --severity Low ");
  }

  @Test
  void in_a_thread_the_incident_is_known() {
    assertThat(texts(People.DEVOPS, "/incident severity ", true))
        .contains("/incident severity High ");
    assertThat(texts(People.DEVOPS, "/incident severity #1", true))
        .containsExactly("/incident severity #12 ");
  }

  @Test
  void nobody_is_offered_what_they_may_not_do() {
    assertThat(texts(People.CTO, "/incident declare Down sev", false)).isEmpty();
    assertThat(texts(People.CTO, "/incident ac", false)).isEmpty();
    assertThat(texts(People.GUEST, "/incident show ", false)).isEmpty();
  }

  @Test
  void people_are_also_offered_behind_an_at() {
    assertThat(texts("/incident assign 8 @")).contains("/incident assign 8 backend ");
    assertThat(texts("/incident assign 8 @back")).containsExactly("/incident assign 8 backend ");
  }

  @Test
  void what_can_be_explained_is_offered() {
    assertThat(texts("/help ")).startsWith("/help incident ", "/help incident declare ");
    assertThat(texts("/help inc")).contains("/help incident ", "/help incident ack ");
    assertThat(texts("/help incident tim")).containsExactly("/help incident timeline ");
    assertThat(texts(People.CTO, "/help incident ac", false)).isEmpty();
  }

  @Test
  void services_of_what_is_open_are_offered_one_behind_the_other() {
    channel.say("/incident edit 8 services:api,apple");
    channel.say("/incident edit 12 services:db");

    assertThat(texts("/incident list service:a"))
        .containsExactly("/incident list service:api ", "/incident list service:apple ");
    assertThat(texts("/incident declare Down services:db,ap"))
        .containsExactly(
            "/incident declare Down services:db,api", "/incident declare Down services:db,apple");
    assertThat(texts("/incident edit 8 services:-d"))
        .containsExactly("/incident edit 8 services:-db");
  }

  @Test
  void fields_are_offered_before_they_are_begun() {
    assertThat(texts("/incident edit 8 "))
        .hasSize(8)
        .startsWith("/incident edit 8 title:", "/incident edit 8 summary:");
    assertThat(texts("/incident edit 8 title:\"Slow\" root"))
        .containsExactly("/incident edit 8 title:\"Slow\" root-cause:");
    assertThat(texts("/incident declare Down ")).startsWith("/incident declare Down severity:");
    assertThat(texts("/incident declare ")).isEmpty();
  }

  @Test
  void what_follows_text_that_is_no_option_is_nothing() {
    assertThat(texts("/incident note 8 Restarted api "))
        .containsExactly(
            "/incident note 8 Restarted api at:", "/incident note 8 Restarted api from:");
    assertThat(texts("/incident ack 8 ")).isEmpty();
    assertThat(texts("/banana ")).isEmpty();
  }
}
