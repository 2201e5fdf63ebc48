package dev.muster.integrations.redis;

import dev.muster.runbooks.kind.Kind;
import java.util.List;

/** The kinds of steps on Redis: a new one is one class and one line here. */
public final class RedisKinds {

  private RedisKinds() {}

  public static List<Kind> all() {
    return List.of(new Flush(), new HitRate(), new Info(), new ScanCount(), new UnlinkPattern());
  }
}
