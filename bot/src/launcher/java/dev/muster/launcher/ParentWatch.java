package dev.muster.launcher;

import java.io.IOException;

/**
 * Ends this process with the launcher that started it, however that goes: the launcher holds the
 * other end of standard input. A byte asks for an orderly end; when the launcher is killed, the
 * operating system closes the pipe, and this process is gone at once.
 */
public final class ParentWatch {

  static final String PROPERTY = "muster.parent";
  static final String STDIN = "stdin";
  static final int STOP = '.';

  private static final int TERMINATED = 143;
  private static final int KILLED = 137;

  private ParentWatch() {}

  /** Does nothing in a process that no launcher started. */
  public static void start() {
    if (STDIN.equals(System.getProperty(PROPERTY))) {
      daemon("parent-watch", ParentWatch::watch);
    }
  }

  private static void watch() {
    try {
      while (System.in.read() == STOP) {
        // On another thread, for it blocks until all is closed, and the parent may die meanwhile.
        daemon("parent-stop", () -> System.exit(TERMINATED));
      }
    } catch (IOException e) {
      // A broken pipe is an end too.
    }
    Runtime.getRuntime().halt(KILLED);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
