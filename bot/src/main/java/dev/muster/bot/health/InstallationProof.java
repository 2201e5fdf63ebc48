package dev.muster.bot.health;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this installation proves its address with: its key is read when it is asked for, until that
 * has succeeded once. Thread-safe.
 */
public final class InstallationProof implements Supplier<Optional<AddressProof>> {

  private static final Logger log = LoggerFactory.getLogger(InstallationProof.class);

  private final Supplier<String> key;
  private volatile Optional<AddressProof> known = Optional.empty();

  /**
   * @param key may block, and throw where the database is away or older than the key
   */
  public InstallationProof(Supplier<String> key) {
    this.key = key;
  }

  /** Blocking while it is not known; empty where the key cannot be read now. */
  @Override
  public Optional<AddressProof> get() {
    if (known.isEmpty()) {
      try {
        known = Optional.of(new AddressProof(key.get()));
      } catch (RuntimeException unread) {
        log.atWarn()
            .setCause(unread)
            .log("The key that proves Muster's address cannot be read; it is tried again");
      }
    }
    return known;
  }
}
