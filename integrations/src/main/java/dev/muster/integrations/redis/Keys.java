package dev.muster.integrations.redis;

import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;

/**
 * Keys by a pattern, a batch at a time: {@code KEYS} would stop Redis for everybody while it looks.
 * A key that is there all the time comes at least once; one may come twice.
 */
record Keys(Jedis redis, String pattern) {

  private static final int BATCH = 1_000;

  /** Takes a batch; whether more are wanted. */
  @FunctionalInterface
  interface Batch {
    boolean take(List<byte[]> keys);
  }

  /** Everything is not a pattern. */
  static boolean meansEverything(String pattern) {
    return pattern.replaceAll("[*?\\[\\]^-]|\\\\", "").isEmpty();
  }

  /** How many keys Redis has looked at is not known to us: it says only where it is. */
  void each(Batch batch) throws InterruptedException {
    var params = new ScanParams().match(pattern).count(BATCH);
    var cursor = ScanParams.SCAN_POINTER_START_BINARY;
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException("between two batches of keys");
      }
      var found = redis.scan(cursor, params);
      var more = found.getResult().isEmpty() || batch.take(found.getResult());
      cursor = found.getCursorAsBytes();
      if (!more || found.isCompleteIteration()) {
        return;
      }
    }
  }
}
