package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body as a sender posts it, and what its folder's index.json expects of reading it. */
record PayloadCase(Path file, JsonNode expected) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The project's own cases. */
  static List<PayloadCase> own() throws IOException {
    try {
      return in(Path.of(Objects.requireNonNull(index(), "own cases").toURI()).getParent());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<PayloadCase> in(Path folder) throws IOException {
    var index = JSON.readTree(Files.readAllBytes(folder.resolve("index.json")));
    return index
        .required("items")
        .valueStream()
        .map(item ->
            new PayloadCase(
                folder.resolve(item.required("file").asString()), item.required("expected")))
        .toList();
  }

  String name() {
    return file.getFileName().toString();
  }

  String source() {
    return expected.required("source").asString();
  }

  boolean isOf(AlertSource source) {
    return source().equals(source.name());
  }

  byte[] body() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL index() {
    return PayloadCase.class.getResource("/payloads/index.json");
  }
}
