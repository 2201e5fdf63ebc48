package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where files of steps lie, which nobody else may read. A file is there whole or not at all. */
record Folder(Path path) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  /** Stays free, whatever is written. */
  private static final long LEAST_ROOM = 64L << 20;

  /** What writes a file's content. */
  @FunctionalInterface
  interface Writing {
    void to(Path part) throws SQLException, IOException, InterruptedException;
  }

  /** A name without a way to anywhere else. */
  Path file(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          "invalid",
          "A file's name has letters, digits, dots, - and _, and no folder: not %s."
              .formatted(name.replaceAll("[^ -~]", "?")));
    }
    return path.resolve(name);
  }

  Path existing(String name) {
    var file = file(name);
    if (!Files.isRegularFile(file)) {
      throw new RefusedException(
          "no-file", "There is no %s in %s on this replica of Muster.".formatted(name, path));
    }
    return file;
  }

  /** Writes it beside and moves it when it is whole; on the way out nothing else is left. */
  void write(Path file, Writing writing) throws SQLException, InterruptedException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      make();
      try {
        Files.deleteIfExists(part);
        create(part);
        writing.to(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static String sha256(Path file) {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static RefusedException failed(IOException e) {
    return new RefusedException(
        "file",
        "The file cannot be read or written: %s (%s)."
            .formatted(e.getMessage(), e.getClass().getSimpleName()));
  }

  private void make() throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
      if (isPosix()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  /** A full disk would stop Muster too, whose own database may lie on it. */
  void checkRoom(long bytes) {
    try {
      make();
      var free = Files.getFileStore(path).getUsableSpace();
      if (free < LEAST_ROOM + bytes) {
        throw new RefusedException(
            "no-room",
            "%s has %s free and may need %s more: make room first."
                .formatted(path, Shown.bytes(free), Shown.bytes(LEAST_ROOM + bytes - free)));
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void create(Path part) throws IOException {
    if (isPosix()) {
      var ours = PosixFilePermissions.fromString("rw-------");
      Files.createFile(part, PosixFilePermissions.asFileAttribute(ours));
    } else {
      Files.createFile(part);
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
