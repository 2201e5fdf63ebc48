package dev.muster.integrations.postgres.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Details;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.incident.IncidentStore.OpenOnes;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.UnknownCursor;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresIncidentStoreTest {

  private static final Severity P2 = new Severity("P2", CanonicalSeverity.HIGH);
  private static final Instant AT = TestClock.START.plusNanos(123_456_000);
  private static final Change BY_HAND =
      new Change(AT, new Actor.Human(new PersonId("devops"), "DevOps Engineer"));
  private static final Change BY_SENDER =
      new Change(AT.plusSeconds(60), new Actor.Sender("prometheus"));

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final PostgresIncidentStore store = replica.incidents();

  @AfterEach
  void close() {
    replica.close();
  }

  private static Incident incident(long id, String title, String... services) {
    var headline =
        new Headline(
            title,
            Optional.of("it's bad: \"50 %\" ünï\ncode"),
            Set.of(services),
            Map.of("runbook", "https://wiki.example/?a=1&b='2'"));
    return Incident.open(
            new IncidentId(id), "group " + id, "incidents", headline, TestReplica.P1, AT)
        .leftOut(3);
  }

  private void save(Incident incident) {
    var entry =
        new TimelineEntry(
            incident.id(), AT, Kind.OPENED, BY_SENDER.by(), "Opened", Optional.empty());
    replica.database().inTransaction(() -> store.save(incident, entry));
  }

  static Stream<IncidentState> states() {
    var acknowledged = new IncidentState.Triggered().acknowledge(BY_HAND);
    return Stream.of(
        new IncidentState.Triggered(),
        acknowledged,
        acknowledged.resolve(BY_SENDER),
        acknowledged.mitigate(BY_HAND),
        new IncidentState.Triggered().mitigate(BY_HAND).resolve(BY_SENDER),
        acknowledged.merge(BY_HAND, new IncidentId(3)),
        new IncidentState.Triggered().resolve(BY_HAND));
  }

  @ParameterizedTest
  @MethodSource("states")
  void an_incident_comes_back_as_it_was_saved(IncidentState state) {
    var incident = incident(7, "database's down", "api", "db").to(state);

    save(incident);

    assertThat(store.find(new IncidentId(7))).contains(incident);
  }

  @Test
  void what_people_added_comes_back_as_it_was_saved() {
    var devops = new Actor.Human(new PersonId("devops"), "DevOps Engineer");
    var details =
        new Details(
            new Details.Crew(Optional.of(devops), Map.of(Role.COMMANDER, devops)),
            new Details.Times(
                Optional.of(AT),
                Optional.of(AT.plusSeconds(1)),
                Optional.of(AT.plusSeconds(2)),
                Optional.of(AT.plusSeconds(3))),
            new Details.Findings(
                Optional.of(612L),
                Optional.of("it's \"slow\""),
                Optional.of("killed\nit"),
                Optional.of("ünï")),
            Optional.of(CanonicalSeverity.HIGH),
            Optional.of(AT.plusSeconds(4)));
    var incident = incident(7, "t").with(details);
    save(incident);
    assertThat(store.find(new IncidentId(7))).contains(incident);

    save(incident.with(Details.NONE));

    assertThat(store.find(new IncidentId(7)).orElseThrow().details()).isEqualTo(Details.NONE);
  }

  @Test
  void an_incident_of_which_little_is_known_comes_back_too() {
    var bare =
        Incident.open(
            new IncidentId(7),
            "g",
            "incidents",
            new Headline("t", Optional.empty(), Set.of(), Map.of()),
            TestReplica.P1,
            AT);

    save(bare);

    assertThat(store.find(new IncidentId(7))).contains(bare);
  }

  @Test
  void the_next_state_takes_the_place_of_the_last() {
    var incident = incident(7, "t");
    save(incident);
    var next = incident.joinedBy(P2, Optional.of("web")).to(states().toList().get(1));

    save(next);

    assertThat(store.find(new IncidentId(7))).contains(next);
    assertThat(replica.count("select count(*) from incident")).isEqualTo(1);
  }

  @Test
  void a_second_open_incident_of_a_group_is_refused_by_the_database() {
    save(incident(7, "t"));
    var second =
        Incident.open(
            new IncidentId(8),
            "group 7",
            "incidents",
            new Headline("t", Optional.empty(), Set.of(), Map.of()),
            TestReplica.P1,
            AT);

    assertThatThrownBy(() -> save(second)).hasMessageContaining("incident_open_group");
  }

  @Test
  void a_list_is_paged_newest_first_without_gaps_or_repeats() {
    for (var id = 1; id <= 25; id++) {
      save(incident(id, "t" + id));
    }

    var seen = new ArrayList<Long>();
    var page = store.list(IncidentFilter.ALL, PageRequest.first(10));
    page.items().forEach(found -> seen.add(found.id().value()));
    while (page.nextCursor().isPresent()) {
      page = store.list(IncidentFilter.ALL, new PageRequest(10, page.nextCursor()));
      page.items().forEach(found -> seen.add(found.id().value()));
    }

    assertThat(seen).hasSize(25).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void a_place_that_no_list_gave_out_is_refused() {
    var page = new PageRequest(10, Optional.of("banana"));

    assertThatThrownBy(() -> store.list(IncidentFilter.ALL, page))
        .isInstanceOf(UnknownCursor.class);
  }

  @Test
  void each_filter_leaves_only_what_it_names() {
    save(incident(1, "old", "api").to(new IncidentState.Triggered().resolve(BY_HAND)));
    save(incident(2, "mine", "db").to(new IncidentState.Triggered().acknowledge(BY_HAND)));
    save(incident(3, "new", "api", "db"));

    assertThat(ids(IncidentFilter.ALL)).containsExactly(3L, 2L, 1L);
    assertThat(ids(IncidentFilter.OPEN)).containsExactly(3L, 2L);
    assertThat(ids(IncidentFilter.ALL.withStatuses(Set.of(IncidentStatus.RESOLVED))))
        .containsExactly(1L);
    assertThat(ids(filter(Optional.of("P1"), Optional.of("api"), Optional.empty())))
        .containsExactly(3L, 1L);
    assertThat(ids(filter(Optional.of("P9"), Optional.empty(), Optional.empty()))).isEmpty();
    assertThat(ids(filter(Optional.empty(), Optional.empty(), Optional.of(AT)))).hasSize(3);
    assertThat(ids(filter(Optional.empty(), Optional.empty(), Optional.of(AT.plusMillis(1)))))
        .isEmpty();
  }

  @Test
  void open_ones_come_worst_first_then_those_that_nobody_has_with_how_many_there_are() {
    save(incident(1, "had").to(new IncidentState.Triggered().acknowledge(BY_HAND)));
    save(incident(2, "free"));
    save(incident(3, "milder").ratedBy(P2));
    save(incident(4, "over").to(new IncidentState.Triggered().resolve(BY_HAND)));

    var first = store.worstFirst(IncidentFilter.OPEN, 0, 2);
    var rest = store.worstFirst(IncidentFilter.OPEN, 2, 2);
    var mine = store.worstFirst(IncidentFilter.OPEN.of(new PersonId("devops")), 0, 9);

    assertThat(first.total()).isEqualTo(3);
    assertThat(first.items()).extracting(one -> one.id().value()).containsExactly(2L, 1L);
    assertThat(rest.items()).extracting(one -> one.id().value()).containsExactly(3L);
    assertThat(mine.items()).extracting(one -> one.id().value()).containsExactly(1L);
    assertThat(store.worstFirst(IncidentFilter.OPEN.withSeverity("P2"), 0, 9).total()).isEqualTo(1);
    assertThat(store.worstFirst(IncidentFilter.OPEN.withSeverity("P9"), 0, 9).total()).isZero();
    assertThat(store.openBySeverity())
        .containsExactly(new OpenOnes("P1", 2, 1), new OpenOnes("P2", 1, 1));
  }

  @Test
  void the_timeline_is_told_oldest_first_and_of_a_long_one_the_end() {
    save(incident(7, "t"));
    var entries = new ArrayList<TimelineEntry>();
    for (var i = 0; i < 5; i++) {
      var by = i % 2 == 0 ? BY_HAND.by() : BY_SENDER.by();
      var at = AT.plus(Duration.ofMinutes(i + 1));
      entries.add(
          new TimelineEntry(
              new IncidentId(7), at, Kind.ALERT_FIRING, by, "e" + i, Optional.of("web")));
    }
    entries.forEach(
        entry -> replica.database().inTransaction(() -> store.save(incident(7, "t"), entry)));

    assertThat(store.timeline(new IncidentId(7), 5)).isEqualTo(entries);
    assertThat(store.timeline(new IncidentId(7), 2)).isEqualTo(entries.subList(3, 5));
    assertThat(store.timeline(new IncidentId(8), 5)).isEmpty();
  }

  @Test
  void what_was_taken_from_a_message_is_known_by_its_time_and_link() {
    var link = "https://chat.example/archives/C1/p1";
    var at = AT.minusSeconds(60);
    var entry =
        new TimelineEntry(
            new IncidentId(7), AT, Kind.NOTE, BY_HAND.by(), "Full", Optional.of("slack"));
    var noted = entry.happened(at).from(link);
    save(incident(7, "t"));

    replica.database().inTransaction(() -> store.save(incident(7, "t"), noted));

    assertThat(store.timeline(new IncidentId(7), 5).getFirst()).isEqualTo(noted);
    assertThat(store.isNoted(new IncidentId(7), at, link)).isTrue();
    assertThat(store.isNoted(new IncidentId(7), AT, link)).isFalse();
    assertThat(store.isNoted(new IncidentId(7), at, link + "2")).isFalse();
    assertThat(store.isNoted(new IncidentId(8), at, link)).isFalse();
  }

  @Test
  void what_was_rolled_back_is_not_there() {
    assertThatThrownBy(() ->
            replica
                .database()
                .inTransaction(() -> {
                  save(incident(7, "t"));
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");

    assertThat(store.find(new IncidentId(7))).isEmpty();
    assertThat(replica.count("select count(*) from timeline_entry")).isZero();
    assertThat(replica.count("select count(*) from scheduled_tasks")).isZero();
  }

  private static IncidentFilter filter(
      Optional<String> severity, Optional<String> service, Optional<Instant> since) {
    return new IncidentFilter(Set.of(), severity, service, since);
  }

  private List<Long> ids(IncidentFilter filter) {
    return store.list(filter, PageRequest.first(50)).items().stream()
        .map(found -> found.id().value())
        .toList();
  }
}
