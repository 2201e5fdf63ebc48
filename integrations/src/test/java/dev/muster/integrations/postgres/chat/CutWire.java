package dev.muster.integrations.postgres.chat;

import dev.muster.integrations.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a database that can be cut: from then on nothing comes through the connections that are
 * there, and nobody is told. New ones work. Thread-safe.
 */
final class CutWire implements AutoCloseable {

  private static final int BUFFER = 8 * 1024;

  private final DatabaseAddress far;
  private final URI farEnd;
  private final ServerSocket near;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> dead = ConcurrentHashMap.newKeySet();

  private CutWire(DatabaseAddress far, ServerSocket near) {
    this.far = far;
    this.farEnd = URI.create(far.jdbcUrl().substring("jdbc:".length()));
    this.near = near;
  }

  static CutWire to(DatabaseAddress far) {
    try {
      var wire = new CutWire(far, new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
      Thread.ofVirtual().start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DatabaseAddress address() {
    var url = far.jdbcUrl().replaceFirst("//[^/]+/", "//127.0.0.1:" + near.getLocalPort() + "/");
    return new DatabaseAddress(url, far.user(), far.password());
  }

  void cut() {
    dead.addAll(open);
  }

  @Override
  public void close() {
    try {
      near.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!near.isClosed()) {
      try {
        var one = near.accept();
        var other = new Socket(farEnd.getHost(), farEnd.getPort());
        open.add(one);
        open.add(other);
        Thread.ofVirtual().start(() -> pump(one, other));
        Thread.ofVirtual().start(() -> pump(other, one));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pump(Socket from, Socket to) {
    var buffer = new byte[BUFFER];
    try {
      for (var read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        if (!dead.contains(from)) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
      if (!dead.contains(from)) {
        to.close();
      }
    } catch (IOException over) {
      // Either end went away, as they may.
    }
  }
}
