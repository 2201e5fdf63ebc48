package dev.muster.commands.delivery;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.commands.chat.AuditFilter;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.MemoryAuditLog;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A channel in which people speak of deliveries. Its one sender's bodies are the titles of alerts;
 * while the mapping is broken none of them can be read.
 */
final class DeliveryChannel {

  static final Person OPERATOR = person("operator", "operator");
  static final Person VIEWER = person("viewer", "viewer");

  private static final Integration UPTIME = new Integration("uptime", "generic", Optional.empty());
  private static final Severity P1 = new Severity("P1", CanonicalSeverity.CRITICAL);

  final TestClock clock = new TestClock();
  final MemoryTransactions transactions = new MemoryTransactions();
  final MemoryDeliveries deliveries = new MemoryDeliveries(transactions);
  final MemoryAuditLog audit = new MemoryAuditLog(transactions);
  final CommandTable table;
  final Directory directory;
  private final Router router;
  private boolean isMended;
  private boolean isConfigured = true;

  DeliveryChannel() {
    directory =
        new Directory(
            List.of(OPERATOR, VIEWER),
            Map.of(
                "operator", Set.of(Right.parse("alert:*")),
                "viewer", Set.of(Right.parse("alert:view"))));
    var commands = new ArrayList<Command>(DeliveryCommands.all(deliveries, replay(), clock));
    commands.add(new HelpCommand(() -> new CommandTable(commands), directory));
    table = new CommandTable(commands);
    router =
        new Router(
            table,
            List.of(new AuditFilter(transactions, audit, clock), new AuthoriseFilter(directory)));
  }

  private Replay replay() {
    var route =
        new Route(
            "all",
            List.of(),
            Optional.empty(),
            Optional.of("incidents"),
            List.of(),
            Duration.ofMinutes(30),
            Map.of());
    var scale = new SeverityScale(List.of(P1), Map.of(CanonicalSeverity.CRITICAL, P1));
    var routing = new Routing(List.of(route), scale);
    return new Replay(
        deliveries,
        deliveries,
        name ->
            Optional.of(new Sender(source(), UPTIME))
                .filter(_ -> isConfigured && name.equals(UPTIME.name())),
        new AlertIntake(transactions, deliveries, () -> routing, clock),
        clock);
  }

  void mend() {
    isMended = true;
  }

  void removeIntegration() {
    isConfigured = false;
  }

  /** A webhook that could not be read when it came, a minute after the one before. */
  DeliveryId keep(String body) {
    clock.advance(Duration.ofMinutes(1));
    var id = DeliveryId.at(clock.instant());
    var delivery = Delivery.unreadable(id, UPTIME, "at /title: nothing there");
    deliveries.keep(new KeptDelivery(delivery, new RawBody(body.getBytes(StandardCharsets.UTF_8))));
    return id;
  }

  Reply say(String text) {
    return say(OPERATOR, text);
  }

  Reply say(Person who, String text) {
    var place = new Place("web", "incidents", Optional.empty());
    return router.handle(new Invocation(who, place, text, "r1"));
  }

  private AlertSource source() {
    return new AlertSource() {
      @Override
      public String name() {
        return "generic";
      }

      @Override
      public Reading read(byte[] body) {
        var title = new String(body, StandardCharsets.UTF_8);
        return isMended && !title.startsWith("odd")
            ? new Reading.Readable(batch(title))
            : new Reading.Unreadable(Fault.at("/title", "still nothing there"));
      }
    };
  }

  private static AlertBatch batch(String title) {
    var event =
        new AlertEvent(
            title,
            AlertStatus.FIRING,
            Optional.empty(),
            title,
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty());
    return new AlertBatch(AlertStatus.FIRING, Optional.empty(), List.of(event), 0);
  }

  private static Person person(String id, String role) {
    return new Person(new PersonId(id), id, ZoneId.of("Africa/Nairobi"), Set.of(role));
  }
}
