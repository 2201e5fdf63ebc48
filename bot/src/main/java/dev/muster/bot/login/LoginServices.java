package dev.muster.bot.login;

import dev.muster.commands.chat.AuditLog;
import dev.muster.commands.login.LinkDelivery;
import dev.muster.commands.login.LoginLinkStore;
import dev.muster.commands.login.LoginNames;
import dev.muster.commands.login.SessionStore;
import dev.muster.commands.people.Directory;
import dev.muster.commands.store.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What the personal login asks of the rest of Muster. */
public record LoginServices(
    Kept kept, People people, Sending sending, MeterRegistry registry, InstantSource clock) {

  /** What is kept. */
  public record Kept(
      Transactions transactions, LoginLinkStore links, SessionStore sessions, AuditLog audit) {}

  /** Who there is, and what they are called. */
  public record People(Directory directory, LoginNames names) {}

  /**
   * How links reach people.
   *
   * @param delivery empty where there is no such way
   * @param executor for what nobody waits for
   */
  public record Sending(Optional<LinkDelivery> delivery, Executor executor) {}
}
