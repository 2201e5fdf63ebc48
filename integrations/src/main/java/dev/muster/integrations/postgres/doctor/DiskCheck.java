package dev.muster.integrations.postgres.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the embedded database's disk has room. */
public record DiskCheck(Path data) implements Check {

  private static final long A_GIGABYTE = 1L << 30;
  private static final long LITTLE = 2 * A_GIGABYTE;
  private static final long NOTHING = A_GIGABYTE / 4;
  private static final double MEGABYTE = 1 << 20;

  @Override
  public String about() {
    return "Disk";
  }

  @Override
  public List<Finding> look() {
    if (!Files.exists(data)) {
      return List.of(
          Finding.skipped(
              about(),
              "There is no folder %s yet.".formatted(data),
              "Muster makes it when it starts."));
    }
    try {
      return List.of(finding(Files.getFileStore(data).getUsableSpace()));
    } catch (IOException unreadable) {
      return List.of(
          Finding.skipped(
              about(),
              "%s cannot be read.".formatted(data),
              "Look as the user whom Muster runs as."));
    }
  }

  Finding finding(long free) {
    var what = "%.1f GB are free in %s.".formatted(free / MEGABYTE / 1024, data);
    if (free >= LITTLE) {
      return Finding.fine(about(), what);
    }
    var mend =
        "Make room: on a full disk the database stops, and nothing that comes in is taken."
            + " Shorter retention in muster.yaml helps too.";
    return free < NOTHING
        ? Finding.failed(about(), what, mend)
        : Finding.warning(about(), what, mend);
  }
}
