import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * How soon the chat has what was accepted. Both ends are read from this process's clock: the answer
 * 202, and the first look (every 3 ms, by psql on another connection) at which the committed post
 * is seen. So each figure is late by up to one look and never early.
 *
 * <pre>java Posts.java posts URL RATE SECONDS    new incidents, over 50 channels in turn
 * java Posts.java storm URL ALERTS          alerts of one group, into one channel</pre>
 *
 * Prints for posts: sent, missing, milliseconds p50, p99, max. For storm: alerts not accepted,
 * posts, seconds from the first webhook to the last 202, milliseconds from there until the post
 * shows all.
 */
class Posts {

  private static final int CHANNELS = 50;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final Pattern INCIDENT = Pattern.compile("\"incidents\":\\[(\\d+)]");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI intake;
  private final long run = System.currentTimeMillis();
  private final Map<String, Long> accepted = new ConcurrentHashMap<>();

  Posts(String url) {
    intake = URI.create(url + "/v1/alerts/alertmanager");
  }

  public static void main(String[] args) throws Exception {
    var posts = new Posts(args[1]);
    if (args[0].equals("storm")) {
      posts.storm(Integer.parseInt(args[2]));
    } else {
      posts.posts(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }
    System.exit(0);
  }

  private void posts(int rate, int seconds) throws Exception {
    var seen = new ConcurrentHashMap<String, Long>();
    var count = rate * seconds;
    var sent = new CountDownLatch(count);
    try (var psql = new Psql()) {
      var last = psql.ask("select coalesce(max(id), 0) from chat_message").strip();
      var pool = Executors.newFixedThreadPool(16);
      var timer = Executors.newSingleThreadScheduledExecutor();
      var start = System.nanoTime();
      for (var i = 0; i < count; i++) {
        var n = i;
        var delay = start + n * 1_000_000_000L / rate - System.nanoTime();
        Runnable send =
            () -> {
              send("bench " + run + "-" + n, n, n % CHANNELS);
              sent.countDown();
            };
        timer.schedule(() -> pool.execute(send), delay, TimeUnit.NANOSECONDS);
      }
      var end = start + TimeUnit.SECONDS.toNanos(seconds) + PATIENCE;
      while (System.nanoTime() < end && (sent.getCount() > 0 || seen.size() < accepted.size())) {
        var found =
            psql.ask(
                "select id || ' ' || key from chat_message where id > "
                    + last
                    + " and thread is null and key like 'incident:%'");
        var now = System.nanoTime();
        // Rows may be committed in another order than that of their numbers: look at all again.
        found.lines().forEach(row -> seen.putIfAbsent(row.substring(row.indexOf(':') + 1), now));
        TimeUnit.MILLISECONDS.sleep(3);
      }
    }
    var millis =
        accepted.entrySet().stream()
            .filter(one -> seen.containsKey(one.getKey()))
            .mapToDouble(one -> Math.max(0, seen.get(one.getKey()) - one.getValue()) / 1e6)
            .sorted()
            .toArray();
    print("%d %d ", count, count - millis.length);
    print(
        "%.0f %.0f %.0f%n",
        millis[millis.length / 2],
        millis[(int) Math.ceil(millis.length * 0.99) - 1],
        millis[millis.length - 1]);
  }

  private void storm(int alerts) throws Exception {
    var group = "storm " + run;
    var refused = new AtomicInteger();
    var pool = Executors.newFixedThreadPool(32);
    var start = System.nanoTime();
    for (var i = 0; i < alerts; i++) {
      var n = i;
      pool.execute(() -> refused.addAndGet(send(group, n, 0) ? 0 : 1));
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    var sent = System.nanoTime();
    var incident = accepted.keySet().iterator().next();
    var shown =
        "select count(*) from incident i join chat_message m on m.key = 'incident:' || i.id"
            + " where i.id = "
            + incident
            + " and m.version = i.version and i.alert_count = "
            + alerts;
    try (var psql = new Psql()) {
      while (!psql.ask(shown).strip().equals("1") && System.nanoTime() < sent + PATIENCE) {
        TimeUnit.MILLISECONDS.sleep(3);
      }
      var took = System.nanoTime() - sent;
      var posts =
          psql.ask(
                  "select count(*) from chat_message where thread is null and key = 'incident:"
                      + incident
                      + "'")
              .strip();
      print("%d %s %.1f %.0f%n", refused.get(), posts, (sent - start) / 1e9, took / 1e6);
    }
  }

  private boolean send(String group, int n, int channel) {
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

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  /** A psql that stays open: one question at a time, its answer ended by a line of our own. */
  private static final class Psql implements AutoCloseable {

    private static final String END = "--end--";

    private final Process process =
        new ProcessBuilder("psql", "-XqAt").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    private final Writer in =
        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    private final BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));

    Psql() throws IOException {}

    String ask(String sql) throws IOException {
      in.write(sql + ";\n\\echo " + END + "\n");
      in.flush();
      var answer = new StringBuilder();
      for (String line; (line = out.readLine()) != null && !line.equals(END); ) {
        answer.append(line).append('\n');
      }
      return answer.toString();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
