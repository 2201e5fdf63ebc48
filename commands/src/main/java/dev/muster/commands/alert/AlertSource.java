package dev.muster.commands.alert;

/**
 * Reads the webhooks of one kind of sender. Pure and thread-safe: no clock, no network, no store.
 */
public interface AlertSource {

  /** The name in {@code POST /v1/alerts/{source}} and in the configuration's integrations. */
  String name();

  /** Never throws for what a sender may send: a body that cannot be read is an outcome. */
  Reading read(byte[] body);

  /** What came of reading a body. */
  sealed interface Reading {

    record Readable(AlertBatch batch) implements Reading {}

    /** Says where in the body the fault lies and what was expected there. */
    record Unreadable(Fault fault) implements Reading {}
  }
}
