package dev.muster.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.own.NameTemplate;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.own.OwnPlan;
import dev.muster.commands.incident.own.OwnPlans;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.fake.people.Post;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An incident with a channel of its own in Slack, and a thread in the built-in chat. */
class SlackOwnChannelTest {

  private static final String NAME = "inc-1-cpu";
  private static final String PAGE = "https://muster.example.com/incidents/1";

  @AutoClose private final SlackDesk desk = new SlackDesk();

  /** As a route of the configuration has them. */
  private record Plans() implements OwnPlans {

    @Override
    public Optional<OwnPlan> of(Incident incident) {
      var devops = List.of(new PersonId("devops"), new PersonId("nobody-in-slack"));
      var aWeek = Optional.of(Duration.ofDays(7));
      return Optional.of(new OwnPlan(NameTemplate.USUAL, devops, aWeek, ZoneOffset.UTC));
    }

    @Override
    public Optional<String> page(Incident incident) {
      return Optional.of(PAGE);
    }
  }

  private void start() {
    desk.slack.user("U01AAAA");
    for (var method : List.of("conversations.invite", "pins.add", "bookmarks.add")) {
      desk.slack.expect().anyCalls(method);
    }
    desk.slack.expect().anyCalls("conversations.setTopic");
    desk.atWork(new Plans());
  }

  private Place made() {
    awaitAllDone();
    desk.slack.takeCall("conversations.create");
    return desk.slack.channel(NAME);
  }

  /** What sleeps until a channel is archived is done for now. */
  private void awaitAllDone() {
    desk.await("all work is done", () -> due() == 0);
  }

  private long due() {
    return desk.replica.count(
        """
        select count(*) from scheduled_tasks where picked
          or task_name in ('refresh-post', 'thread-reply')
          or (task_name = 'own-channel' and execution_time < timestamptz '%s' + interval '1 day')
        """
            .formatted(desk.clock.instant()));
  }

  private void change(IncidentId id, UnaryOperator<Incident> next) {
    desk.work.change(id, next);
    awaitAllDone();
  }

  private void resolve(IncidentId id) {
    change(
        id,
        incident -> {
          var by = new Change(desk.clock.instant(), new Actor.Sender("test"));
          return incident.to(((IncidentState.Open) incident.state()).resolve(by));
        });
  }

  private void reopen(IncidentId id) {
    change(
        id,
        incident -> {
          var again = ((IncidentState.Resolved) incident.state()).reopen();
          return incident.reopened(again, desk.clock.instant());
        });
  }

  private Post root() {
    return desk.incidents.takeMessage("cpu").anyNumberOfEdits();
  }

  @Test
  void everything_is_said_there_and_the_post_in_the_routes_channel_leads_there() {
    start();
    var id = desk.work.open("cpu");
    var place = made();
    var post = place.takeMessage("cpu").anyNumberOfEdits();
    place.takeMessage("Details of cpu");
    assertThat(root().shown()).contains(place.id());

    desk.say(id, "It is the disk.");
    desk.work.acknowledge(id);
    awaitAllDone();

    place.takeMessage("It is the disk.");
    post.awaitWords("ACKNOWLEDGED");
    assertThat(place.topic()).isEqualTo("P1 · ACKNOWLEDGED · cpu · #1");
    assertThat(place.members()).contains("U01AAAA");
    assertThat(place.bookmarks()).containsExactly(PAGE, "https://prometheus.example/graph");
    assertThat(place.pins()).containsExactly(post.ts());
    assertThat(desk.troubles(id)).isEmpty();
    assertThat(desk.inWebChat("It is the disk.")).isOne();
  }

  @Test
  void a_channel_that_was_made_without_anybody_hearing_of_it_is_found_again() {
    desk.slack.faults().on("conversations.create").statusAfterDoing(500);
    desk.slack.expect().refusal("conversations.create", "name_taken");
    start();
    desk.work.open("cpu");
    var place = made();

    place.takeMessage("cpu").anyNumberOfEdits();
    place.takeMessage("Details of cpu");
    assertThat(root().shown()).contains(place.id());
  }

  @Test
  void a_name_that_is_somebody_elses_gets_a_number() {
    desk.slack.channel(NAME);
    desk.slack.faults().on("conversations.create").status(500);
    desk.slack.expect().anyRefusals("conversations.create", "name_taken");
    start();
    desk.work.open("cpu");
    awaitAllDone();
    desk.slack.takeCall("conversations.create");

    var place = desk.slack.channel(NAME + "-2");
    place.takeMessage("cpu").anyNumberOfEdits();
    place.takeMessage("Details of cpu");
    assertThat(desk.slack.channel(NAME).messages()).isEmpty();
    root();
  }

  @Test
  void where_no_channel_can_be_made_the_incident_is_a_thread_and_says_why() {
    desk.slack.tokens().bot().take("channels:manage");
    desk.slack.expect().refusal("conversations.create", "missing_scope");
    start();
    var id = desk.work.open("cpu");
    awaitAllDone();

    var root = root();
    root.takeReply("Details of cpu");
    root.takeReply("the app lacks the scope");
    assertThat(desk.troubles(id)).singleElement().asString().contains("#inc-1-cpu in slack");
    assertThat(desk.inWebChat("Muster cannot make #inc-1-cpu")).isOne();
  }

  @Test
  void an_ornament_that_is_refused_is_noted_and_nothing_waits_for_it() {
    desk.slack.tokens().bot().take("pins:write");
    desk.slack.expect().anyRefusals("pins.add", "missing_scope");
    start();
    var id = desk.work.open("cpu");
    var place = made();
    desk.work.acknowledge(id);
    awaitAllDone();

    place.takeMessage("cpu").anyNumberOfEdits();
    place.takeMessage("Details of cpu");
    root();
    assertThat(place.topic()).contains("ACKNOWLEDGED");
    assertThat(desk.troubles(id)).singleElement().asString().contains("pins:write");
  }

  @Test
  void what_a_person_archives_too_early_goes_on_as_a_thread() {
    start();
    var id = desk.work.open("cpu");
    var place = made();
    place.takeMessage("cpu").anyNumberOfEdits();
    place.takeMessage("Details of cpu");
    desk.slack.expect().anyRefusals("chat.postMessage", "is_archived");
    desk.slack.expect().anyRefusals("chat.update", "is_inactive");
    desk.slack.expect().anyRefusals("conversations.history", "is_archived");

    place.archived();
    desk.say(id, "It is the disk.");
    awaitAllDone();

    var root = root();
    root.takeReply("It is the disk.");
    root.takeReply("Nothing can be said in #inc-1-cpu");
    assertThat(root.shown()).doesNotContain(place.id());
  }

  @Test
  void it_is_archived_a_week_after_the_end_and_used_again_once_a_person_has_unarchived_it() {
    start();
    var id = desk.work.open("cpu");
    var place = made();
    place.takeMessage("cpu").anyNumberOfEdits();
    place.takeMessage("Details of cpu");
    var root = root();
    resolve(id);
    assertThat(place.isArchived()).isFalse();
    desk.clock.advance(Duration.ofDays(7));
    awaitAllDone();
    desk.slack.takeCall("conversations.archive");
    desk.slack.expect().anyRefusals("conversations.join", "is_archived");
    desk.slack.expect().anyRefusals("conversations.unarchive", "not_in_channel");

    reopen(id);
    root.takeReply("Unarchive it in its details");
    place.unarchived();
    desk.work.acknowledge(id);
    awaitAllDone();
    desk.slack.takeCall("conversations.join");
    desk.say(id, "Back here.");
    awaitAllDone();

    place.takeMessage("Back here.");
    assertThat(place.topic()).contains("ACKNOWLEDGED");
  }
}
