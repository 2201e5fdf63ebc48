package dev.muster.integrations.slack.blocks;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.suggested.Suggested;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Each kind of message as a file. */
class GoldenTest {

  private static final Actor.Human ADA = new Actor.Human(Said.ADA.id(), Said.ADA.name());

  private static final List<Suggested.Entry> RUNBOOKS =
      List.of(
          new Suggested.Entry("database-failover", "Fail over to the read replica", 2),
          new Suggested.Entry("end-long-queries", "End long queries", 1),
          new Suggested.Entry("pool-exhausted", "Connection pool <!channel> exhausted", 1),
          new Suggested.Entry("slow-queries", "Slow queries", 1));

  private final TestClock clock = new TestClock();
  @AutoClose private final TestReplica replica = TestReplica.onNewDatabase(clock);

  @Test
  void posts_of_an_incident() throws IOException {
    var open = open();
    same("post-triggered", IncidentPost.render(open));
    same("post-runbooks", IncidentPost.render(open.suggesting(RUNBOOKS)));
    var own = new Span.Channel("C01ABCDEF", "inc-1042-database-down");
    same("post-own-channel", IncidentPost.pointing(IncidentPost.render(open), own));
    var taken = open.acknowledge(new IncidentState.Triggered(), at(2));
    var crew = taken.details().crew().with(Role.COMMANDER, Optional.of(ADA));
    same("post-acknowledged", IncidentPost.render(taken.with(taken.details().with(crew))));
    same("post-mitigated", IncidentPost.render(mitigated(taken)));
    same("post-resolved", IncidentPost.render(resolved(taken)));
    var merged = new IncidentState.Acknowledged(at(2)).merge(at(5), new IncidentId(7));
    same("post-merged", IncidentPost.render(taken.into(merged)));
  }

  @Test
  void replies_in_its_thread() throws IOException {
    var open = open();
    same(
        "reply-details",
        IncidentReplies.details(open.id(), event(), Optional.of("the route")).message());
    same("reply-acknowledged", IncidentReplies.acknowledged(open, ADA, "2 min").message());
    same("reply-calm", IncidentReplies.calm(open).message());
  }

  @Test
  void answers_to_commands() throws IOException {
    var said = new Said(replica);
    same("help", said.to(Said.ADA, "/help"));
    same("unknown", said.to(Said.ADA, "/incident ak 1042"));
    same("denial", said.to(Said.EVE, "/incident ack 1042"));
    same("list-empty", said.to(Said.ADA, "/incident list"));
    for (var number = 1; number <= 12; number++) {
      said.to(Said.ADA, "/incident declare \"Payments fail " + number + "\" severity:P1");
      clock.advance(Duration.ofMinutes(1));
    }
    same("list", said.to(Said.ADA, "/incident list"));
    same("missing", said.to(Said.ADA, "/incident resolve"));
  }

  private static void same(String name, Message message) throws IOException {
    Golden.message(name, message);
  }

  private static Incident open() {
    var severity = new Severity("Critical", CanonicalSeverity.CRITICAL);
    var headline =
        new Headline(
            "database_down",
            Optional.of("Primary does not answer. Connection fails for 1 min."),
            Set.of("learnhub-db", "learnhub-api"),
            Map.of(
                "runbook", "https://wiki.example/db", "source", "https://prom.example/g?a=1&b=2"));
    return Incident.open(
            new IncidentId(1042), "g", "incidents", headline, severity, TestClock.START)
        .joinedBy(severity, Optional.empty())
        .joinedBy(severity, Optional.empty());
  }

  private static Incident mitigated(Incident taken) {
    return taken.to(new IncidentState.Acknowledged(at(2)).mitigate(at(9)));
  }

  private static Incident resolved(Incident taken) {
    var findings =
        taken
            .details()
            .findings()
            .withRootCause(Optional.of("Connection pool exhausted by a slow query"))
            .withAffectedUsers(Optional.of(612L));
    return taken
        .recovered()
        .recovered()
        .with(taken.details().with(findings))
        .to(new IncidentState.Acknowledged(at(2)).resolve(at(26)));
  }

  private static AlertEvent event() {
    return new AlertEvent(
        "d",
        AlertStatus.FIRING,
        Optional.of("critical"),
        "database_down",
        Optional.of("Primary does not answer"),
        Map.of(
            "alertname",
            "database_down",
            "instance",
            "<!channel> *db-1*:9100",
            "service",
            "learnhub-db"),
        Map.of(
            "description", "No answer to `select 1` since <!here> & <https://evil.example|click>"),
        Map.of(),
        Optional.of(TestClock.START),
        Optional.empty());
  }

  private static Change at(int minutes) {
    return new Change(TestClock.START.plus(Duration.ofMinutes(minutes)), ADA);
  }
}
