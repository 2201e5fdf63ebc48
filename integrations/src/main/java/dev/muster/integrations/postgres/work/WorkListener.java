package dev.muster.integrations.postgres.work;

/** Hears what goes wrong with durable work, so as to count it. Thread-safe; must not block. */
public interface WorkListener {

  /** Work of that name failed and will be tried again, unless it is given up now. */
  void failed(String task);

  /** Work of that name will not be tried again. */
  void givenUp(String task);
}
