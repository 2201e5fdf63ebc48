package dev.muster.integrations.testing.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** A Redis as teams have it, with a password and nothing on the disk. */
public final class RealRedis implements AutoCloseable {

  public static final String PASSWORD = "s3cr3t-of-redis";

  private final RedisServer server;
  private final int port;

  private RealRedis(RedisServer server, int port) {
    this.server = server;
    this.port = port;
  }

  public static RealRedis start() {
    try {
      var port = freePort();
      var server =
          RedisServer.newRedisServer()
              .port(port)
              .setting("bind 127.0.0.1")
              .setting("save \"\"")
              .setting("requirepass " + PASSWORD)
              .setting("maxmemory 1gb")
              .build();
      server.start();
      return new RealRedis(server, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public String url(String password) {
    return "redis://default:%s@127.0.0.1:%d/0".formatted(password, port);
  }

  public Jedis connect() {
    return new Jedis(
        new HostAndPort("127.0.0.1", port),
        DefaultJedisClientConfig.builder().resp2().password(PASSWORD).build());
  }

  /** So many pages, one session, and no statistics. */
  public void fill(int pages) {
    try (var redis = connect()) {
      redis.flushAll();
      redis.configResetStat();
      var pipeline = redis.pipelined();
      IntStream.range(0, pages).forEach(i -> pipeline.set("content:" + i, "page"));
      pipeline.set("session:1", "who");
      pipeline.sync();
    }
  }

  /** As people use it: so often a page is there, and so often none. */
  public void ask(int hits, int misses) {
    try (var redis = connect()) {
      IntStream.range(0, hits).forEach(_ -> redis.get("session:1"));
      IntStream.range(0, misses).forEach(i -> redis.get("nothing:" + i));
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
