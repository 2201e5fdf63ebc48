package dev.muster.integrations.slack.fake.delivery;

import dev.muster.integrations.slack.fake.model.Ids;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Socket Mode: the app's open connections, each of which may get anything. */
public final class Sockets implements Delivery {

  private static final int MOST = 10;

  private final Ledger ledger;
  private final Ids ids = new Ids();
  private final Envelopes envelopes;
  private final Set<String> tickets = new HashSet<>();
  private final List<ServerWebSocket> open = new ArrayList<>();
  private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
  private Duration patience = Duration.ofSeconds(3);
  private int turn;

  /** Where a connection breaks under what goes over it. */
  public enum Cut {
    BEFORE_IT_IS_SENT,
    WITHIN_IT,
    BEFORE_IT_IS_ANSWERED,
    AFTER_IT_IS_ANSWERED
  }

  public Sockets(Ledger ledger) {
    this.ledger = ledger;
    envelopes = new Envelopes(ledger);
  }

  public synchronized void setPatience(Duration howLong) {
    patience = howLong;
  }

  /** For one connection only. */
  public synchronized String ticket() {
    var ticket = ids.next("k");
    tickets.add(ticket);
    return ticket;
  }

  public void checkTicket(ServerWebSocketHandshake handshake) {
    var query = Optional.ofNullable(handshake.query()).orElse("");
    if (isGood(query.replaceAll("(.*&)?ticket=([^&]*).*", "$2"))) {
      handshake.accept();
    } else {
      ledger.add(Entry.oddity("socket", "a ticket of apps.connections.open is good for once"));
      handshake.reject(403);
    }
  }

  private synchronized boolean isGood(String ticket) {
    return tickets.remove(ticket);
  }

  public synchronized void connected(ServerWebSocket socket) {
    if (open.size() >= MOST) {
      socket.writeTextMessage(Frames.disconnect("too_many_websockets"));
      socket.close();
      return;
    }
    open.add(socket);
    socket.textMessageHandler(envelopes::acknowledged);
    socket.closeHandler(_ -> closed(socket));
    socket.writeTextMessage(Frames.hello(open.size()));
    notifyAll();
  }

  private synchronized void closed(ServerWebSocket socket) {
    open.remove(socket);
    envelopes.lost(socket);
  }

  /** How many connections are open. */
  public synchronized int count() {
    return open.size();
  }

  /** Slack asks for new connections, and ends the old ones as soon as there is another. */
  public synchronized void refresh() {
    List.copyOf(open).forEach(it -> end(it, "refresh_requested"));
  }

  /** Ten seconds before the end of a connection, of which nothing is said further. */
  public synchronized void warn() {
    open.forEach(it -> it.writeTextMessage(Frames.disconnect("warning")));
  }

  /** All connections break without a word. */
  public synchronized void cut() {
    List.copyOf(open).forEach(Frames::breakOff);
  }

  /** The connections that the next things go over break so, and no others. */
  public void cutNext(Cut... moments) {
    cuts.clear();
    cuts.addAll(List.of(moments));
  }

  private static void end(ServerWebSocket socket, String reason) {
    socket.writeTextMessage(Frames.disconnect(reason)).onComplete(_ -> socket.close());
  }

  @Override
  public Ack attempt(Parcel parcel, Optional<Retry> retry) {
    var begin = System.nanoTime();
    var socket = next();
    if (socket.isEmpty()) {
      return Ack.none(-1, 1);
    }
    var id = "env-" + ids.next("e");
    var cut = Optional.ofNullable(cuts.poll());
    var answer = envelopes.expect(id, socket.get());
    send(socket.get(), Frames.envelope(id, parcel, retry), cut);
    try {
      var body = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      cut.ifPresent(_ -> breakOff(socket.get()));
      return new Ack(true, 200, body, 1, Duration.ofNanos(System.nanoTime() - begin));
    } catch (TimeoutException e) {
      envelopes.forget(id);
      return Ack.none(0, 1);
    } catch (ExecutionException e) {
      return Ack.none(-1, 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Ack.none(-1, 1);
    }
  }

  private void send(ServerWebSocket socket, String envelope, Optional<Cut> cut) {
    switch (cut.orElse(Cut.AFTER_IT_IS_ANSWERED)) {
      case BEFORE_IT_IS_SENT -> breakOff(socket);
      case WITHIN_IT -> Frames.begin(socket, envelope).onComplete(_ -> breakOff(socket));
      case BEFORE_IT_IS_ANSWERED ->
          socket.writeTextMessage(envelope).onComplete(_ -> breakOff(socket));
      case AFTER_IT_IS_ANSWERED -> socket.writeTextMessage(envelope);
    }
  }

  /** Nothing goes over it any more, though it may take a moment to end. */
  private synchronized void breakOff(ServerWebSocket socket) {
    open.remove(socket);
    Frames.breakOff(socket);
  }

  /** They take turns; without any, Slack waits a little for one. */
  private synchronized Optional<ServerWebSocket> next() {
    var deadline = System.nanoTime() + patience.toNanos();
    while (open.isEmpty()) {
      var left = deadline - System.nanoTime();
      if (left <= 0) {
        return Optional.empty();
      }
      try {
        wait(left / 1_000_000 + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    turn++;
    return Optional.of(open.get(turn % open.size()));
  }
}
