package dev.muster.bot.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;

/** What Muster keeps, audited: through its API, and in its tables where the API is silent. */
record Books(MusterApi api, Sql sql) {

  private static final Duration TAKE_OVER = Duration.ofSeconds(15);

  /**
   * Work that is still to be done, and posts that do not show the incident as it is. A reminder
   * sleeps for as long as its incident is open.
   */
  private static final String UNSETTLED =
      """
      select task_name || ' ' || task_instance from scheduled_tasks
      where task_name not in ('upkeep', 'reminder')
      union all
      select 'post of ' || i.id from incident i
      left join incident_post p on p.incident_id = i.id
      left join chat_message m on m.id = cast(p.message as bigint)
      where p.rendered_version is distinct from i.version
         or m.version is distinct from i.version
      """;

  /** Returns when all work is done and every post shows the last state; 15 s are allowed. */
  void awaitSettled() {
    await().atMost(TAKE_OVER).untilAsserted(() -> assertThat(sql.column(UNSETTLED)).isEmpty());
  }

  /** Every alert answered 202 is there once, with one incident a service and one post each. */
  void assertKept(AlertStream... streams) {
    awaitSettled();
    assertAlerts(streams);
    assertNothingTwice();
    for (var stream : streams) {
      assertDeliveries(stream);
    }
  }

  /** Incidents, timelines and posts fit the alerts, and say everything once. */
  void assertNothingTwice() {
    assertIncidents();
    assertTimelines();
    assertPosts();
  }

  private void assertAlerts(AlertStream... streams) {
    var times = api.all("alerts").stream().collect(groupingBy(Books::fingerprint, counting()));
    assertThat(times).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    var accepted = new HashSet<String>();
    var sent = new HashSet<String>();
    Arrays.stream(streams).forEach(stream -> accepted.addAll(stream.accepted()));
    Arrays.stream(streams).forEach(stream -> sent.addAll(stream.sent()));
    assertThat(accepted).as("answered 202 and lost").isSubsetOf(times.keySet());
    assertThat(times.keySet()).as("never sent").isSubsetOf(sent);
  }

  private void assertIncidents() {
    var alerts = api.all("alerts");
    var incidents = api.all("incidents");
    var ofService =
        alerts.stream().collect(groupingBy(Books::service, mapping(Books::incident, toSet())));
    assertThat(ofService).allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
    assertThat(incidents).hasSameSizeAs(ofService.keySet());
    var sizes = alerts.stream().collect(groupingBy(Books::incident, counting()));
    assertThat(incidents)
        .allSatisfy(incident ->
            assertThat(incident.getLong("alertCount"))
                .isEqualTo(sizes.get(incident.getLong("id"))));
  }

  private void assertTimelines() {
    assertNone(
        "an incident's timeline tells of its opening once and of each alert once",
        """
        select i.id from incident i join timeline_entry t on t.incident_id = i.id
        group by i.id, i.alert_count
        having count(*) filter (where kind = 'OPENED') <> 1
            or count(*) filter (where kind = 'ALERT_FIRING') <> i.alert_count
        """);
  }

  private void assertPosts() {
    assertNone(
        "each incident has one root post, and no root post is without one",
        """
        select coalesce(i.id, m.id) from incident i
        full join incident_post p on p.incident_id = i.id
        full join chat_message m on m.id = cast(p.message as bigint)
        where m.thread is null and (i.id is null or m.key is distinct from 'incident:' || i.id)
        """);
    assertNone(
        "each thread has its details once, and nothing twice",
        """
        select root.id from chat_message root left join chat_message reply on reply.thread = root.id
        where root.thread is null group by root.id
        having count(*) filter (where reply.key like '%:details') <> 1
            or count(*) <> count(distinct reply.message)
        """);
  }

  private void assertDeliveries(AlertStream stream) {
    assertThat(stream.deliveries()).doesNotHaveDuplicates();
    assertThat(sql.column("select id from delivery where state = 'processed'"))
        .as("deliveries answered 202")
        .containsAll(stream.deliveries());
  }

  private void assertNone(String rule, String exceptions) {
    assertThat(sql.column(exceptions)).as(rule).isEmpty();
  }

  private static String fingerprint(JsonObject alert) {
    return alert.getString("fingerprint");
  }

  private static String service(JsonObject alert) {
    return alert.getJsonObject("labels").getString("service");
  }

  private static Long incident(JsonObject alert) {
    return alert.getLong("incidentId");
  }
}
