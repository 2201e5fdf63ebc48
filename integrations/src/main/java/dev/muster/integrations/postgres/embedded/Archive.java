package dev.muster.integrations.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz}: nothing outside its folder, nothing without bounds, modes kept. */
final class Archive {

  private static final int MOST_ENTRIES = 20_000;
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_MEMORY_KIB = 256 * 1024;

  private final Path folder;
  private long bytes;

  Archive(Path folder) {
    this.folder = folder;
  }

  void unpack(InputStream txz) throws IOException {
    var xz = new XZInputStream(new BufferedInputStream(txz), MOST_MEMORY_KIB);
    try (var tar = new TarArchiveInputStream(xz)) {
      var entries = 0;
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new IOException("More than " + MOST_ENTRIES + " files in the archive");
        }
        unpack(entry, tar);
      }
    }
  }

  private void unpack(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
    var path = inside(folder.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(inside(path.resolveSibling(".")));
    if (entry.isSymbolicLink()) {
      inside(path.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile() && !entry.isLink()) {
      write(path, entry, tar);
    } else {
      throw new IOException("Neither file, folder nor symbolic link: " + entry.getName());
    }
  }

  private void write(Path path, TarArchiveEntry entry, TarArchiveInputStream tar)
      throws IOException {
    bytes += entry.getSize();
    if (bytes > MOST_BYTES) {
      throw new IOException("More than " + MOST_BYTES + " bytes in the archive");
    }
    // CREATE_NEW follows no link that an earlier entry may have put here.
    try (var file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      tar.transferTo(Channels.newOutputStream(file));
      // Or a power failure could leave empty files under the finished name.
      file.force(false);
    }
    Files.setPosixFilePermissions(path, permissions(entry.getMode()));
  }

  /** As it would be after following links: a linked folder must not lead out either. */
  private Path inside(Path path) throws IOException {
    var plain = path.normalize();
    var existing = plain;
    while (!Files.exists(existing)) {
      existing = existing.resolve("..").normalize();
    }
    if (!plain.startsWith(folder) || !existing.toRealPath().startsWith(folder.toRealPath())) {
      throw new IOException("Leads out of the archive: " + path);
    }
    return plain;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    var letters = new StringBuilder("rwxrwxrwx");
    for (var i = 0; i < 9; i++) {
      if ((mode & (0400 >> i)) == 0) {
        letters.setCharAt(i, '-');
      }
    }
    return PosixFilePermissions.fromString(letters.toString());
  }
}
