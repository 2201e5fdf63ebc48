package dev.muster.integrations.testing.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that misbehaves on request: the path says how. */
public final class RudeServer implements AutoCloseable {

  private static final long HUGE = 100L << 20;

  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger unready = new AtomicInteger();

  public RudeServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(socket.getLocalPort(), path);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** From now on it is not ready, until it was asked so often. */
  public void notReadyFor(int questions) {
    unready.set(questions);
  }

  /** Heads and bodies as they came. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
      for (var it : open) {
        it.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      var request = read(in);
      requests.add(request);
      answer(request.split(" ")[1], connection.getOutputStream());
    } catch (IOException clientLeft) {
      open.remove(connection);
    }
  }

  private static String read(BufferedReader in) throws IOException {
    var request = new StringBuilder();
    var length = 0;
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      request.append(line).append('\n');
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring("content-length: ".length()).strip());
      }
    }
    for (var i = 0; i < length; i++) {
      request.append((char) in.read());
    }
    return request.toString();
  }

  private void answer(String path, OutputStream out) throws IOException {
    var query = path.replaceFirst("^[^?]*\\??", "");
    switch (path.replaceFirst("\\?.*", "")) {
      case "/json" ->
          whole(
              out,
              "200 OK",
              "Content-Type: application/json\r\nSet-Cookie: a=b\r\n",
              "{\"n\": 1, \"x\": [1.5, null, true]}");
      case "/health", "/health/live" -> whole(out, "200 OK", "", "{\"status\": \"healthy\"}");
      case "/health/ready" ->
          whole(out, unready.getAndDecrement() > 0 ? "503 Not Yet" : "200 OK", "", "");
      case "/status" -> whole(out, query + " So", "", "it is so");
      case "/again" -> whole(out, "503 Busy", "Retry-After: 0\r\n", "");
      case "/redirect" -> whole(out, "302 Found", "Location: %s\r\n".formatted(query), "");
      case "/loop" -> whole(out, "302 Found", "Location: /loop\r\n", "");
      case "/huge" -> huge(out);
      case "/trickle" -> trickle(out);
      case "/close" -> out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nnot all"));
      case "/silent" -> await();
      default -> whole(out, "404 Not Found", "", "");
    }
    out.flush();
  }

  private static void whole(OutputStream out, String status, String headers, String body)
      throws IOException {
    out.write(
        bytes(
            "HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, headers, body.length(), body)));
  }

  private static void huge(OutputStream out) throws IOException {
    out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(HUGE)));
    var block = new byte[1 << 16];
    for (var sent = 0L; sent < HUGE; sent += block.length) {
      out.write(block);
    }
  }

  /** A byte as often as the client would wait for the next one. */
  private void trickle(OutputStream out) throws IOException {
    out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
    while (!isClosedWithin(20)) {
      out.write('x');
      out.flush();
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosedWithin(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
