import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Alerts, each a webhook to Muster, and when which incident's was accepted. Thread-safe. */
class Webhooks {

  private static final int CHANNELS = 50;
  private static final int CONNECTIONS = 32;
  private static final Pattern INCIDENT = Pattern.compile("\"incidents\":\\[(\\d+)]");

  /** Two that are made in the same millisecond must not send the same alerts. */
  private static final AtomicLong RUNS = new AtomicLong();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final URI intake;
  private final long run =
      RUNS.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));

  /** By the incident's number, as of System.nanoTime. */
  final Map<String, Long> accepted = new ConcurrentHashMap<>();

  Webhooks(String url) {
    this.url = url;
    intake = URI.create(url + "/v1/alerts/alertmanager");
  }

  String url() {
    return url;
  }

  /** What is left to send of something that was begun. */
  record Sending(CountDownLatch left, AtomicInteger refused) {

    boolean isDone() {
      return left.getCount() == 0;
    }
  }

  /** New incidents at a constant rate, over all channels in turn but those before the first. */
  Sending incidents(int rate, int count, int first) {
    var sending = new Sending(new CountDownLatch(count), new AtomicInteger());
    var pool = threads(16);
    var timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    var start = System.nanoTime();
    for (var i = 0; i < count; i++) {
      var n = i;
      var channel = first + n % (CHANNELS - first);
      var delay = start + n * 1_000_000_000L / rate - System.nanoTime();
      Runnable send = () -> send(sending, "bench " + run + "-" + n, n, channel);
      timer.schedule(() -> pool.execute(send), delay, TimeUnit.NANOSECONDS);
    }
    return sending;
  }

  /** Alerts of one group, as fast as they are taken, into the first channel. */
  Sending storm(int alerts) {
    var sending = new Sending(new CountDownLatch(alerts), new AtomicInteger());
    var pool = threads(CONNECTIONS);
    for (var i = 0; i < alerts; i++) {
      var n = i;
      pool.execute(() -> send(sending, "storm " + run, n, 0));
    }
    return sending;
  }

  private static ExecutorService threads(int most) {
    return Executors.newFixedThreadPool(most, Thread.ofPlatform().daemon().factory());
  }

  private void send(Sending sending, String group, int n, int channel) {
    if (!isAccepted(group, n, channel)) {
      sending.refused().incrementAndGet();
    }
    sending.left().countDown();
  }

  private boolean isAccepted(String group, int n, int channel) {
    var body =
        ("{'version':'4','status':'firing','groupKey':'{}:{alertname=%s}','alerts':[{"
             + "'status':'firing','fingerprint':'%x%08x','startsAt':'2026-01-01T00:00:00Z',"
             + "'labels':{'alertname':'%s','place':'c%d','instance':'host-%d','severity':'high'},'annotations':{'summary':'Benchmark"
             + " alert %d'}}]}")
            .formatted(group.replace(' ', '-'), run, n, group, channel, n, n)
            .replace('\'', '"');
    var request =
        HttpRequest.newBuilder(intake)
            .header("Authorization", "Bearer bench")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      var incident = INCIDENT.matcher(answer.body());
      if (answer.statusCode() == 202 && incident.find()) {
        accepted.put(incident.group(1), System.nanoTime());
        return true;
      }
      System.err.println("Not accepted: " + answer.statusCode() + " " + answer.body());
    } catch (IOException e) {
      System.err.println("Not accepted: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
