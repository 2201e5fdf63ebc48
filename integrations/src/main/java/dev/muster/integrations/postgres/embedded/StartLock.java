package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process, and in it one thread, at a time start or stop the server of a folder; the
 * operating system gives it back when its holder dies.
 */
record StartLock(FileChannel channel) implements AutoCloseable {

  /** Waits for its turn, as long as a start may take. */
  static StartLock hold(Path file) {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var patience = new Patience("Another Muster is starting or stopping PostgreSQL, waiting");
      while (tryLock(channel) == null) {
        if (!patience.wait(Patience.A_START)) {
          channel.close();
          throw new EmbeddedPostgresException(
              "Another Muster holds " + file + " for too long. Stop it, then start again.");
        }
      }
      return new StartLock(channel);
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot lock " + file, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot unlock the data folder", e);
    }
  }
}
