package dev.muster.bot.endtoend;

import static org.awaitility.Awaitility.await;

import dev.muster.bot.endtoend.MusterApi.Unanswered;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Posts alerts, all different, one a webhook, over several connections, and remembers what each was
 * answered. As Alertmanager does, it sends again what was not answered with success.
 */
final class AlertStream implements AutoCloseable {

  /** So many services, and with the demo's routes so many incidents. */
  static final int SERVICES = 20;

  private static final int CONNECTIONS = 8;
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final Supplier<URI> target;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Map<String, String> accepted = new ConcurrentHashMap<>();
  private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
  private volatile boolean closed;

  /** Another answer than 202. */
  record Refusal(int status, Optional<String> retryAfter, String body) {}

  private AlertStream(String name, Supplier<URI> target) {
    this.name = name;
    this.target = target;
  }

  /**
   * Starts to send at once.
   *
   * @param name makes the alerts of this stream others than those of another
   * @param target where to send the next one to
   */
  static AlertStream start(String name, Supplier<URI> target) {
    var stream = new AlertStream(name, target);
    for (var i = 0; i < CONNECTIONS; i++) {
      stream.senders.execute(stream::sendForever);
    }
    return stream;
  }

  static AlertStream start(MusterProcess muster) {
    return start("a", muster::url);
  }

  /** The fingerprints of all that was sent, whatever became of it. */
  Set<String> sent() {
    return Set.copyOf(sent);
  }

  /** The fingerprints of what was answered 202. */
  Set<String> accepted() {
    return Set.copyOf(accepted.keySet());
  }

  /** The deliveries that were named with a 202. */
  Collection<String> deliveries() {
    return List.copyOf(accepted.values());
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** How many requests ended without an answer. */
  int unanswered() {
    return unanswered.get();
  }

  /** Returns when so many more were answered 202. */
  void awaitAccepted(int more) {
    var goal = accepted.size() + more;
    await().atMost(PATIENCE).until(() -> accepted.size() >= goal);
  }

  /** Sends no more; returns when all that is under way is answered. */
  @Override
  public void close() {
    closed = true;
    senders.close();
  }

  private void sendForever() {
    while (!closed) {
      var number = numbers.getAndIncrement();
      var fingerprint = "%s-%06d".formatted(name, number);
      var body = body(number, fingerprint);
      while (!isAccepted(fingerprint, body) && !closed) {
        LockSupport.parkNanos(BEFORE_AGAIN.toNanos());
      }
    }
  }

  private boolean isAccepted(String fingerprint, String body) {
    try {
      var api = new MusterApi(target.get());
      sent.add(fingerprint);
      return isAccepted(fingerprint, api.alert(body));
    } catch (Unanswered e) {
      unanswered.incrementAndGet();
      return false;
    }
  }

  private boolean isAccepted(String fingerprint, HttpResponse<String> answer) {
    if (answer.statusCode() == 202) {
      accepted.put(fingerprint, new JsonObject(answer.body()).getString("deliveryId"));
      return true;
    }
    var retryAfter = answer.headers().firstValue("Retry-After");
    refusals.add(new Refusal(answer.statusCode(), retryAfter, answer.body()));
    return false;
  }

  private static String body(int number, String fingerprint) {
    var alert =
        new JsonObject()
            .put("status", "firing")
            .put("fingerprint", fingerprint)
            .put("startsAt", Instant.now().toString())
            .put("labels", labels(number, fingerprint));
    return new JsonObject()
        .put("version", "4")
        .put("status", "firing")
        .put("alerts", new JsonArray().add(alert))
        .encode();
  }

  private static JsonObject labels(int number, String fingerprint) {
    return new JsonObject()
        .put("alertname", "service_down")
        .put("service", "service-" + number % SERVICES)
        .put("instance", fingerprint);
  }
}
