package dev.muster.commands.intake;

/**
 * The exact bytes of a webhook. They are shared and not copied, for speed: whoever makes one gives
 * them away, and nobody changes them.
 */
public final class RawBody {

  private final byte[] bytes;

  public RawBody(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }
}
