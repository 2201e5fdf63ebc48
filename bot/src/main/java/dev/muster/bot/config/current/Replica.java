package dev.muster.bot.config.current;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this replica is called among the others. */
public final class Replica {

  private Replica() {}

  /** The name of its machine or container, and its process there. */
  public static String name() {
    return host() + "/" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "replica";
    }
  }
}
