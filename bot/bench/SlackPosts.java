import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How soon Slack has what was accepted, by one clock: this process sends the webhooks and is the
 * Slack that gets the posts. Prints the port on which Slack listens, and then reads what to do:
 *
 * <pre>posts URL RATE SECONDS    new incidents, over 50 channels in turn
 * storm URL ALERTS          alerts of one group into one channel, and five new incidents a second
 *                           into the others meanwhile</pre>
 *
 * Prints for posts: sent, missing, milliseconds p50, p99, max, and how often Slack had to say "too
 * many". For storm: alerts not accepted, posts, edits, seconds from the first webhook to the last
 * 202, milliseconds from there until the post shows all; and of the others sent, missing,
 * milliseconds p99, max; and "too many" again.
 */
class SlackPosts {

  private static final int OTHERS = 5;
  private static final int OTHERS_SECONDS = 8;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final SlackStandIn slack = new SlackStandIn();

  public static void main(String[] args) throws Exception {
    var posts = new SlackPosts();
    System.out.println(posts.slack.start());
    try (var orders = new Scanner(System.in)) {
      while (orders.hasNextLine()) {
        var order = orders.nextLine().split(" ");
        if (order[0].equals("storm")) {
          posts.storm(new Webhooks(order[1]), Integer.parseInt(order[2]));
        } else {
          posts.posts(
              new Webhooks(order[1]), Integer.parseInt(order[2]), Integer.parseInt(order[3]));
        }
      }
    }
    System.exit(0);
  }

  private void posts(Webhooks webhooks, int rate, int seconds) throws InterruptedException {
    var tooMany = slack.tooMany.get();
    var sending = webhooks.incidents(rate, rate * seconds, 0);
    await(() -> sending.isDone() && hasAll(webhooks));
    var millis = millis(webhooks.accepted);
    print("%d %d ", rate * seconds, rate * seconds - millis.length);
    print("%.0f %.0f %.0f ", at(millis, 0.5), at(millis, 0.99), at(millis, 1));
    print("%d%n", slack.tooMany.get() - tooMany);
  }

  private void storm(Webhooks webhooks, int alerts) throws InterruptedException {
    var tooMany = slack.tooMany.get();
    var edits = slack.edits.get();
    var others = new Webhooks(webhooks.url());
    var rest = others.incidents(OTHERS, OTHERS * OTHERS_SECONDS, 1);
    TimeUnit.SECONDS.sleep(1);
    var start = System.nanoTime();
    var sending = webhooks.storm(alerts);
    sending.left().await();
    var sent = System.nanoTime();
    var incident = webhooks.accepted.keySet().iterator().next();
    await(() -> slack.shown.getOrDefault(incident, 0) == alerts);
    var shown = System.nanoTime();
    print("%d %d ", sending.refused().get(), slack.posts.getOrDefault(incident, 0));
    print("%d %.1f %.0f ", slack.edits.get() - edits, (sent - start) / 1e9, (shown - sent) / 1e6);
    await(() -> rest.isDone() && hasAll(others));
    var millis = millis(others.accepted);
    print("%d %d ", OTHERS * OTHERS_SECONDS, OTHERS * OTHERS_SECONDS - millis.length);
    print("%.0f %.0f %d%n", at(millis, 0.99), at(millis, 1), slack.tooMany.get() - tooMany);
  }

  private boolean hasAll(Webhooks webhooks) {
    return slack.posted.keySet().containsAll(webhooks.accepted.keySet());
  }

  private double[] millis(Map<String, Long> accepted) {
    return accepted.entrySet().stream()
        .filter(one -> slack.posted.containsKey(one.getKey()))
        .mapToDouble(one -> Math.max(0, slack.posted.get(one.getKey()) - one.getValue()) / 1e6)
        .sorted()
        .toArray();
  }

  private static double at(double[] sorted, double part) {
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)];
  }

  /** What is not there in time is reported as missing. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(3);
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
