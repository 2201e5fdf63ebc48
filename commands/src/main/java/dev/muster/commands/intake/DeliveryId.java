package dev.muster.commands.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The id of one webhook that came in: a UUID of version 7 (RFC 9562), whose first 48 bits are the
 * time of receipt in milliseconds, so that the store finds the partition from the id alone.
 */
public record DeliveryId(UUID value) {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;

  public static DeliveryId at(Instant receivedAt) {
    // Unique, not secret: whoever reads a delivery needs a token.
    var random = ThreadLocalRandom.current();
    var high = receivedAt.toEpochMilli() << 16 | VERSION_7 | (random.nextLong() & 0xFFF);
    var low = VARIANT | (random.nextLong() >>> 2);
    return new DeliveryId(new UUID(high, low));
  }

  public static Optional<DeliveryId> parse(String text) {
    try {
      return Optional.of(new DeliveryId(UUID.fromString(text)))
          .filter(id -> id.value().version() == 7 && id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** The time of receipt, to the millisecond. */
  public Instant receivedAt() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
