package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup must hold, beside it as JSON: whoever restores it knows what to expect.
 *
 * @param databaseBytes the size of the database, not of the file
 * @param counts rows by table, in the very state that the file has
 */
record Manifest(
    String database,
    String takenAt,
    long server,
    String sha256,
    long databaseBytes,
    long indexes,
    Map<String, Long> counts) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  Manifest {
    counts = new TreeMap<>(counts);
  }

  static Path of(Path backup) {
    return backup.resolveSibling(backup.getFileName() + ".json");
  }

  static Optional<Manifest> beside(Path backup) {
    try {
      var file = of(backup);
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), Manifest.class))
          : Optional.empty();
    } catch (IOException e) {
      throw Folder.failed(e);
    } catch (JacksonException e) {
      throw new RefusedException(
          "file", "%s cannot be read: %s".formatted(of(backup), e.getOriginalMessage()));
    }
  }

  void write(Folder folder, Path backup) throws SQLException, InterruptedException {
    folder.write(of(backup), part -> Files.write(part, JSON.writeValueAsBytes(this)));
  }
}
