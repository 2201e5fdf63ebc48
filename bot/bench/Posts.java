import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

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

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final Webhooks webhooks;

  Posts(String url) {
    webhooks = new Webhooks(url);
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
    var accepted = webhooks.accepted;
    try (var psql = new Psql()) {
      var last = psql.ask("select coalesce(max(id), 0) from chat_message").strip();
      var start = System.nanoTime();
      var sending = webhooks.incidents(rate, count, 0);
      var end = start + TimeUnit.SECONDS.toNanos(seconds) + PATIENCE;
      while (System.nanoTime() < end && (!sending.isDone() || seen.size() < accepted.size())) {
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
    var start = System.nanoTime();
    var sending = webhooks.storm(alerts);
    sending.left().await();
    var sent = System.nanoTime();
    var incident = webhooks.accepted.keySet().iterator().next();
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
      print("%d %s %.1f %.0f%n", sending.refused().get(), posts, (sent - start) / 1e9, took / 1e6);
    }
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
