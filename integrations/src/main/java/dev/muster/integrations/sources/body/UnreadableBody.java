package dev.muster.integrations.sources.body;

import dev.muster.commands.alert.Fault;

/** Ends the reading of a body from any depth; {@link JsonBody} makes an outcome of it. */
public final class UnreadableBody extends RuntimeException {

  private final transient Fault fault;

  public UnreadableBody(Fault fault) {
    super(fault.describe(), null, false, false);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
