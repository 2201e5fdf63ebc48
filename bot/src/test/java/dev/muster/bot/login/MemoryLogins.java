package dev.muster.bot.login;

import dev.muster.bot.login.LoginServices.Kept;
import dev.muster.bot.login.LoginServices.People;
import dev.muster.bot.login.LoginServices.Sending;
import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.login.LinkDelivery;
import dev.muster.commands.login.LoginLink;
import dev.muster.commands.login.LoginLinkStore;
import dev.muster.commands.login.LoginNames;
import dev.muster.commands.login.Session;
import dev.muster.commands.login.SessionStore;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** All that the personal login keeps, in memory, and the links that it sent. */
public final class MemoryLogins {

  public final Map<String, LoginLink> links = new ConcurrentHashMap<>();
  public final Map<String, Session> sessions = new ConcurrentHashMap<>();
  public final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
  public final MeterRegistry registry = new SimpleMeterRegistry();

  /** Whole addresses, as {@code person address}. */
  public final List<String> sent = new CopyOnWriteArrayList<>();

  /** Whether the last link that anybody was sent did not go out. */
  public volatile boolean hasTrouble;

  /** How often sessions were asked for. */
  public final AtomicInteger lookups = new AtomicInteger();

  /** With people known by their id, or by {@code id@example.org}. */
  public Entrance entrance(
      Directory directory, Executor executor, InstantSource clock, LoginSettings settings) {
    LoginNames names =
        name -> directory.find(new PersonId(name.replaceFirst("@example\\.org$", "")));
    var kept = new Kept(new InOne(), new Links(), new Sessions(), audit::add);
    var sending = new Sending(Optional.of(new Sent()), executor);
    return new PersonalEntrance(
        new LoginServices(kept, new People(directory, names), sending, registry, clock), settings);
  }

  /** What the audit log says, as {@code action outcome actor}. */
  public List<String> audited() {
    return audit.stream()
        .map(entry -> entry.command() + " " + entry.outcome() + " " + entry.actor())
        .toList();
  }

  private final class Sent implements LinkDelivery {
    @Override
    public boolean deliver(Person person, String link) {
      return sent.add(person.id() + " " + link);
    }

    @Override
    public boolean hasTrouble() {
      return hasTrouble;
    }
  }

  private static final class InOne implements Transactions {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return work.get();
    }
  }

  private final class Links implements LoginLinkStore {
    @Override
    public void add(String hash, LoginLink link, Instant now) {
      links.put(hash, link);
    }

    @Override
    public Optional<LoginLink> find(String hash) {
      return Optional.ofNullable(links.get(hash));
    }

    @Override
    public synchronized boolean use(String hash, Instant now) {
      var link = links.get(hash);
      if (link == null || link.isUsed()) {
        return false;
      }
      links.put(hash, new LoginLink(link.person(), link.expiresAt(), true));
      return true;
    }

    @Override
    public void keepOnly(Collection<PersonId> people) {
      links.values().removeIf(link -> !people.contains(link.person()));
    }
  }

  private final class Sessions implements SessionStore {
    @Override
    public void add(String hash, Session session, Instant oldest) {
      sessions.put(hash, session);
    }

    @Override
    public Optional<Session> find(String hash) {
      lookups.incrementAndGet();
      return Optional.ofNullable(sessions.get(hash));
    }

    @Override
    public void seen(String hash, Instant at) {
      sessions.computeIfPresent(
          hash, (_, session) -> new Session(session.person(), session.startedAt(), at));
    }

    @Override
    public void end(String hash) {
      sessions.remove(hash);
    }

    @Override
    public void endAll(PersonId person) {
      sessions.values().removeIf(session -> session.person().equals(person));
    }

    @Override
    public void keepOnly(Collection<PersonId> people) {
      sessions.values().removeIf(session -> !people.contains(session.person()));
    }
  }
}
