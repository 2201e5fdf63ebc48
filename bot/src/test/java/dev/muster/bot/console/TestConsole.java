package dev.muster.bot.console;

import dev.muster.bot.chat.Browserless;
import dev.muster.bot.chat.ChatServer;
import dev.muster.bot.chat.InMemoryIncidents;
import dev.muster.commands.alert.CanonicalSeverity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The console of the demo at noon, and somebody who may do everything in it. */
final class TestConsole implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");

  private final ChatServer server = new ChatServer(InstantSource.fixed(NOON), true, 0);
  private final Browserless devops = as("devops");

  MemoryArchive archive() {
    return server.archive;
  }

  InMemoryIncidents incidents() {
    return server.incidents;
  }

  Browserless devops() {
    return devops;
  }

  Browserless as(String person) {
    return Browserless.as(person, server);
  }

  /** Who has not said who they are. */
  Browserless stranger() {
    return Browserless.stranger(server);
  }

  void open(CanonicalSeverity level, String title) {
    server.incidents.open(level, title, "Primary does not answer.", "learnhub-db");
  }

  void say(String command) {
    devops.inPage().post("/chat/run", Map.of("channel", "incidents", "command", command));
  }

  @Override
  public void close() {
    server.close();
  }
}
