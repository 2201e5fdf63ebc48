package dev.muster.bot.chat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A chat to look at while its pages are worked on: run it and open the address that it prints. */
final class ChatPreview {

  private ChatPreview() {}

  public static void main(String[] args) throws InterruptedException {
    var lag = new AtomicReference<>(Duration.ofHours(30));
    var port = args.length > 0 ? Integer.parseInt(args[0]) : 8099;
    var server = new ChatServer(() -> Instant.now().minus(lag.get()), true, port);
    fill(server, lag);
    lag.set(Duration.ZERO);
    System.out.println(server.address() + "/chat");
    Thread.currentThread().join();
  }

  private static void fill(ChatServer server, AtomicReference<Duration> lag) {
    var incidents = server.incidents;
    server.chat.post("deployments", Message.of("api v1.0.2 is out, all four pods are ready."));
    incidents.open(CanonicalSeverity.LOW, "certificate_expires", "In 20 days.", "learnhub-web");
    lag.set(Duration.ofHours(5));
    incidents.open(
        CanonicalSeverity.MEDIUM, "disk_fills", "84 % used, full in about 9 h.", "media-1");
    lag.set(Duration.ofMinutes(42));
    incidents.open(
        CanonicalSeverity.HIGH,
        "high_error_rate",
        "Error rate 7.2 % (5 min), limit 5 %.",
        "learnhub-api");
    lag.set(Duration.ofMinutes(4));
    received(server, Instant.now().minus(lag.get()));
    var post =
        incidents.open(
            CanonicalSeverity.CRITICAL,
            "database_down",
            "Primary does not answer. Connection fails for 1 min.",
            "learnhub-db");
    server.chat.reply(
        post,
        Message.of(
            "Details of database_down",
            Block.line("Details of database_down"),
            new Block.Fields(
                List.of(
                    new Block.Field("alertname", "database_down"),
                    new Block.Field("instance", "learnhub-db.internal.learnhub.example:5432"),
                    new Block.Field("severity", "critical"),
                    new Block.Field("note", "<!channel> <b>not bold</b> @everyone")))));
  }

  private static void received(ChatServer server, Instant at) {
    var incident = new IncidentId(1045);
    server.archive.fire("high_error_rate", CanonicalSeverity.HIGH, at, new IncidentId(1044));
    server.archive.fire("database_down", CanonicalSeverity.CRITICAL, at, incident);
    server.archive.unreadable(
        "{\n  \"version\": \"4\",\n  \"alerts\": [{\"status\": }]\n}",
        "line 3, column 25: a value is missing",
        at);
  }
}
