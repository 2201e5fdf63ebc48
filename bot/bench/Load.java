import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Sends requests at a constant rate and says how long the answers took, from the time at which each
 * request was due: who falls behind is not forgiven (no coordinated omission).
 *
 * <pre>java Load.java [--rate N] [--seconds N] [--connections N] [--body TEMPLATE] [--refuse TEXT]
 *     [--header LINE]… URL…</pre>
 *
 * The addresses are taken in turn; with a body they are posted to. {@code {n}} in address and body
 * becomes a number of its own for each request, {@code {n%50}} one below 50, {@code {n%50+1}} one
 * of 1 to 50. What is sent in the two seconds before is not counted: this program starts cold, and
 * on the same cores. An answer that is no 2xx, or has the text to refuse in its body, has failed.
 * Prints: sent, failed, achieved rate, and milliseconds p50, p99, max.
 */
class Load {

  private static final Pattern NUMBER = Pattern.compile("\\{n(?:%(\\d+)(?:\\+(\\d+))?)?}");

  private static final int WARM_UP_SECONDS = 2;

  private int rate = 100;
  private int seconds = 5;
  private int connections = 32;
  private String body = "";
  private String refuse = "";
  private final StringBuilder headers = new StringBuilder();
  private final List<URI> urls = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong last = new AtomicLong();
  private double[] millis;
  private long base;

  public static void main(String[] args) throws Exception {
    var load = new Load();
    load.read(args);
    load.run();
  }

  private void read(String[] args) {
    for (var i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--rate" -> rate = Integer.parseInt(args[++i]);
        case "--seconds" -> seconds = Integer.parseInt(args[++i]);
        case "--connections" -> connections = Integer.parseInt(args[++i]);
        case "--body" -> body = args[++i];
        case "--refuse" -> refuse = args[++i];
        case "--header" -> headers.append(args[++i]).append("\r\n");
        default -> urls.add(URI.create(args[i].replace("{", "%7B").replace("}", "%7D")));
      }
    }
  }

  private void run() throws InterruptedException {
    millis = new double[rate * (WARM_UP_SECONDS + seconds)];
    // Other rounds on the same database have other numbers.
    base = System.currentTimeMillis() * 1_000;
    var start = System.nanoTime() + 200_000_000L;
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < connections; i++) {
      var thread = new Thread(() -> work(start));
      threads.add(thread);
      thread.start();
    }
    for (var thread : threads) {
      thread.join();
    }
    var took = (last.get() - start) / 1e9 - WARM_UP_SECONDS;
    millis = Arrays.copyOfRange(millis, rate * WARM_UP_SECONDS, millis.length);
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%d %d %.0f %.1f %.1f %.1f%n",
        millis.length,
        failed.get(),
        millis.length / took,
        millis[millis.length / 2],
        millis[(int) Math.ceil(millis.length * 0.99) - 1],
        millis[millis.length - 1]);
  }

  private void work(long start) {
    Connection connection = null;
    for (int i; (i = next.getAndIncrement()) < millis.length; ) {
      var due = start + (long) (i * 1e9 / rate);
      for (long wait; (wait = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(wait);
      }
      try {
        connection = connection == null ? new Connection(urls.get(0)) : connection;
        var answer = connection.ask(request(i));
        if (!answer.startsWith("2") || (!refuse.isEmpty() && answer.contains(refuse))) {
          refused(answer);
        }
      } catch (IOException e) {
        connection = null;
        refused(e.toString());
      }
      var now = System.nanoTime();
      millis[i] = (now - due) / 1e6;
      last.accumulateAndGet(now, Math::max);
    }
  }

  private void refused(String why) {
    if (failed.getAndIncrement() == 0) {
      System.err.println("First failure: " + why.substring(0, Math.min(300, why.length())));
    }
  }

  private byte[] request(int i) {
    var url = urls.get(i % urls.size());
    var path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    var sent = numbered(body, i).getBytes(StandardCharsets.UTF_8);
    var head =
        (body.isEmpty() ? "GET " : "POST ")
            + numbered(path.replace("%7B", "{").replace("%7D", "}"), i)
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\n"
            + headers
            + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
            + "Content-Length: "
            + sent.length
            + "\r\n\r\n";
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(sent);
    return out.toByteArray();
  }

  private String numbered(String template, int i) {
    return NUMBER
        .matcher(template)
        .replaceAll(found -> {
          if (found.group(1) == null) {
            return Long.toString(base + i);
          }
          var first = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
          return Integer.toString(first + i % Integer.parseInt(found.group(1)));
        });
  }

  /** One connection that is kept, speaking as much HTTP/1.1 as Muster answers in. */
  private static final class Connection {

    private final Socket socket;
    private final InputStream in;

    Connection(URI url) throws IOException {
      socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Answers the status, a space and the body. */
    String ask(byte[] request) throws IOException {
      socket.getOutputStream().write(request);
      var status = line();
      if (status.length() < 12) {
        throw new IOException("no answer");
      }
      var length = 0;
      var chunked = false;
      for (String header; !(header = line().toLowerCase(Locale.ROOT)).isEmpty(); ) {
        if (header.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        }
        chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
      }
      var body = new ByteArrayOutputStream();
      if (chunked) {
        for (int size; (size = Integer.parseInt(line().strip(), 16)) > 0; line()) {
          body.writeBytes(in.readNBytes(size));
        }
        line();
      } else {
        body.writeBytes(in.readNBytes(length));
      }
      return status.substring(9, 12) + " " + body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (int c; (c = in.read()) >= 0 && c != '\n'; ) {
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }
  }
}
