package dev.muster.runbooks.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a file as text that a YAML parser can take: UTF-8, printable, of a sensible size. */
public final class YamlText {

  static final int LARGEST = 1 << 20;

  private YamlText() {}

  public static Optional<String> of(Path file, Problems problems) {
    var place = Place.wholeOf(file.toString());
    try {
      if (Files.size(file) > LARGEST) {
        problems.add(place, "larger than 1 MiB, which no configuration is; is it the right file?");
        return Optional.empty();
      }
      return Optional.of(decoded(Files.readAllBytes(file)));
    } catch (CharacterCodingException _) {
      problems.add(place, "not UTF-8 text; save it in your editor with the encoding UTF-8");
    } catch (IOException e) {
      problems.add(
          place, "cannot be read (" + e.getClass().getSimpleName() + "); check its permissions");
    }
    return Optional.empty();
  }

  /** Whether every character may stand in YAML; the first that may not is told. */
  static boolean isPrintable(String file, String text, Problems problems) {
    var line = 1;
    var column = 1;
    for (var c : text.codePoints().toArray()) {
      if (!StreamReader.isPrintable(c)) {
        problems.add(
            new Place(file, line, column),
            "an invisible control character (U+%04X); delete it".formatted(c));
        return false;
      }
      column = c == '\n' ? 1 : column + 1;
      line = c == '\n' ? line + 1 : line;
    }
    return true;
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
