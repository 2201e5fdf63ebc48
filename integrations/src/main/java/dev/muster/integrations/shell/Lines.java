package dev.muster.integrations.shell;

import dev.muster.runbooks.kind.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** A program's output, line by line; of much only the end is kept. Thread-safe. */
final class Lines {

  /**
   * What is longer goes on as another line. Both show it: what a secret is cut into is then
   * covered.
   */
  static final int LONGEST = 3_900;

  private static final String CUT = "…";

  private static final int KEPT_LINES = 100;
  private static final int KEPT = 32 * 1024;
  private static final int SHOWN = 200;

  private final Output output;
  private final ArrayDeque<String> kept = new ArrayDeque<>();
  private int size;
  private long count;
  private boolean goesOn;

  Lines(Output output) {
    this.output = output;
  }

  /** Until its end. */
  void read(InputStream in) {
    var line = new StringBuilder();
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      var buffer = new char[8_192];
      for (var n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        for (var i = 0; i < n; i++) {
          take(line, buffer[i]);
        }
      }
    } catch (IOException closed) {
      // The process is gone, and with it what it had not written yet.
      count += 0;
    }
    if (!line.isEmpty()) {
      end(line);
    }
  }

  synchronized long count() {
    return count;
  }

  synchronized String tail() {
    return String.join("\n", kept);
  }

  /** On one short line. */
  synchronized String last() {
    var last = kept.isEmpty() ? "" : kept.getLast().strip();
    return last.length() <= SHOWN ? last : last.substring(0, SHOWN - 1) + "…";
  }

  private void take(StringBuilder line, char c) {
    if (c == '\n') {
      end(line);
    } else if (c != '\r') {
      if (size(line) >= LONGEST && !Character.isLowSurrogate(c)) {
        line.append(CUT);
        end(line);
        goesOn = true;
        line.append(CUT);
      }
      line.append(c == '\0' ? '\uFFFD' : c);
    }
  }

  /** Without what shows that it goes on. */
  private int size(StringBuilder line) {
    return goesOn ? line.length() - CUT.length() : line.length();
  }

  private void end(StringBuilder line) {
    goesOn = false;
    var text = line.toString();
    line.setLength(0);
    output.line(text);
    keep(text);
  }

  private synchronized void keep(String text) {
    count++;
    kept.addLast(text);
    size += text.length();
    while (kept.size() > KEPT_LINES || size > KEPT) {
      size -= kept.removeFirst().length();
    }
  }
}
