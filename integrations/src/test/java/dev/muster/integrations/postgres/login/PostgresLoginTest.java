package dev.muster.integrations.postgres.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.login.LogIn;
import dev.muster.commands.login.LoginAudit;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginLinks;
import dev.muster.commands.login.LoginRefusal;
import dev.muster.commands.login.LoginToken;
import dev.muster.commands.login.Proof;
import dev.muster.commands.login.Session;
import dev.muster.commands.login.Sessions;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links and sessions by their rules, on the database that keeps them. */
class PostgresLoginTest {

  private static final PersonId DEVOPS = new PersonId("devops");
  private static final Source HERE = new Source("r1", "192.0.2.7");

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresLoginLinks linkStore = new PostgresLoginLinks(replica.database());
  private final PostgresSessions sessionStore = new PostgresSessions(replica.database());
  private final LoginLinks links = new LoginLinks(linkStore, clock);
  private final Sessions sessions = new Sessions(sessionStore, clock);
  private final LogIn logIn =
      new LogIn(
          replica.database(),
          links,
          sessions,
          new LoginAudit(new PostgresAuditLog(replica.database()), clock),
          new Directory(
              List.of(new Person(DEVOPS, "DevOps Engineer", ZoneOffset.UTC, Set.of())), Map.of()));

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void a_link_lets_its_person_in_once_and_looking_at_it_uses_nothing_up() {
    var link = links.make(DEVOPS);

    assertThat(logIn.look(link)).isEqualTo(new Proof.Good(DEVOPS));
    assertThat(logIn.look(link)).isEqualTo(new Proof.Good(DEVOPS));
    var session = enter(link);
    assertThat(sessions.find(session)).isEqualTo(new Proof.Good(DEVOPS));
    assertThat(logIn.by(link, HERE)).isEqualTo(out(LoginRefusal.LINK_USED));
    assertThat(logIn.look(link)).isEqualTo(bad(LoginRefusal.LINK_USED));
    assertThat(column("select command || ' ' || outcome || ' ' || actor from audit_entry"))
        .containsExactly("login done devops");
  }

  @Test
  void all_of_somebodys_sessions_can_be_ended() {
    var one = enter(links.make(DEVOPS));
    var two = enter(links.make(DEVOPS));
    var now = clock.instant();
    sessionStore.add("other", new Session(new PersonId("backend"), now, now), Instant.EPOCH);

    sessionStore.endAll(DEVOPS);

    assertThat(sessions.find(one)).isNotEqualTo(new Proof.Good(DEVOPS));
    assertThat(sessions.find(two)).isNotEqualTo(new Proof.Good(DEVOPS));
    assertThat(column("select person from login_session")).containsExactly("backend");
  }

  @Test
  void a_link_is_good_for_fifteen_minutes() {
    var link = links.make(DEVOPS);
    clock.advance(Duration.ofMinutes(15).minusMillis(1));
    assertThat(logIn.look(link)).isEqualTo(new Proof.Good(DEVOPS));

    clock.advance(Duration.ofMillis(1));

    assertThat(logIn.by(link, HERE)).isEqualTo(out(LoginRefusal.LINK_EXPIRED));
    assertThat(column("select hash from login_session")).isEmpty();
  }

  @Test
  void of_many_who_open_a_link_at_once_one_gets_in() throws Exception {
    var link = links.make(DEVOPS);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          Stream.generate(() -> threads.submit(() -> logIn.by(link, HERE))).limit(8).toList();
      for (var one : tries) {
        one.get();
      }
    }

    assertThat(column("select hash from login_session")).hasSize(1);
  }

  @Test
  void what_nobody_made_proves_nothing() {
    var guess = LoginToken.parse("A".repeat(43)).orElseThrow();

    assertThat(logIn.look(guess))
        .isEqualTo(new Proof.Bad(LoginRefusal.LINK_UNKNOWN, Optional.empty()));
    assertThat(sessions.find(guess))
        .isEqualTo(new Proof.Bad(LoginRefusal.SESSION_UNKNOWN, Optional.empty()));
    assertThat(LoginToken.parse("A".repeat(42))).isEmpty();
    assertThat(LoginToken.parse("A".repeat(42) + "=")).isEmpty();
  }

  @Test
  void a_link_is_no_session_and_a_session_no_link() {
    var link = links.make(DEVOPS);
    var session = enter(links.make(DEVOPS));

    assertThat(sessions.find(link)).isInstanceOf(Proof.Bad.class);
    assertThat(logIn.look(session)).isInstanceOf(Proof.Bad.class);
  }

  @Test
  void only_hashes_are_kept() {
    var link = links.make(DEVOPS);
    var session = enter(link);

    assertThat(column("select hash from login_link")).containsExactly(link.hash());
    assertThat(column("select hash from login_session")).containsExactly(session.hash());
    assertThat(link.hash()).hasSize(64).doesNotContain(link.text());
    assertThat(link.toString() + session).doesNotContain(link.text(), session.text());
  }

  @Test
  void a_session_ends_a_week_after_the_last_visit() {
    var session = enter(links.make(DEVOPS));
    for (var visit = 0; visit < 3; visit++) {
      clock.advance(Duration.ofDays(6));
      assertThat(sessions.find(session)).isEqualTo(new Proof.Good(DEVOPS));
    }

    clock.advance(Duration.ofDays(7));

    assertThat(sessions.find(session)).isEqualTo(bad(LoginRefusal.SESSION_EXPIRED));
  }

  @Test
  void a_session_ends_after_thirty_days_however_often_somebody_comes() {
    var session = enter(links.make(DEVOPS));
    for (var visit = 0; visit < 29; visit++) {
      clock.advance(Duration.ofDays(1));
      assertThat(sessions.find(session)).isEqualTo(new Proof.Good(DEVOPS));
    }

    clock.advance(Duration.ofDays(1));

    assertThat(sessions.find(session)).isEqualTo(bad(LoginRefusal.SESSION_EXPIRED));
  }

  @Test
  void a_visit_within_the_hour_writes_nothing() {
    var session = enter(links.make(DEVOPS));
    var before = column("select seen_at::text from login_session");

    clock.advance(Duration.ofMinutes(50));
    var _ = sessions.find(session);

    assertThat(column("select seen_at::text from login_session")).isEqualTo(before);
  }

  @Test
  void who_is_there_no_more_has_neither_sessions_nor_links() {
    var session = enter(links.make(DEVOPS));
    var link = links.make(DEVOPS);

    linkStore.keepOnly(List.of(new PersonId("backend")));
    sessionStore.keepOnly(List.of(new PersonId("backend")));

    assertThat(sessions.find(session)).isInstanceOf(Proof.Bad.class);
    assertThat(logIn.look(link)).isInstanceOf(Proof.Bad.class);
  }

  @Test
  void a_link_of_somebody_who_is_not_there_lets_nobody_in() {
    var gone = new PersonId("gone");
    var link = links.make(gone);

    assertThat(logIn.by(link, HERE))
        .isEqualTo(
            new LogIn.Outcome.Out(new Proof.Bad(LoginRefusal.PERSON_GONE, Optional.of(gone))));
    assertThat(column("select hash from login_session")).isEmpty();
  }

  @Test
  void old_ones_are_forgotten() {
    var _ = enter(links.make(DEVOPS));

    clock.advance(Duration.ofDays(31));
    var _ = enter(links.make(DEVOPS));

    assertThat(column("select hash from login_link")).hasSize(1);
    assertThat(column("select hash from login_session")).hasSize(1);
  }

  private LoginToken enter(LoginToken link) {
    return ((LogIn.Outcome.In) logIn.by(link, HERE)).session();
  }

  private static Proof.Bad bad(LoginRefusal why) {
    return new Proof.Bad(why, Optional.of(DEVOPS));
  }

  private static LogIn.Outcome out(LoginRefusal why) {
    return new LogIn.Outcome.Out(bad(why));
  }

  private List<String> column(String query) {
    return replica.database().with(handle -> handle.select(query).mapTo(String.class).list());
  }
}
