package dev.muster.runbooks.template;

import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.Locale;
import java.util.Optional;

/** What the numbers of YAML 1.2 are: whole ones, also {@code 0x1f} and {@code 0o17}, and others. */
final class Numbers {

  private Numbers() {}

  static Optional<Object> read(Scalar scalar, Problems problems) {
    var text = scalar.text().toLowerCase(Locale.ROOT);
    try {
      if (text.startsWith("0x")) {
        return Optional.of(Long.parseLong(text.substring(2), 16));
      }
      if (text.startsWith("0o")) {
        return Optional.of(Long.parseLong(text.substring(2), 8));
      }
      return Optional.of(
          text.matches("[-+]?\\d+") ? (Object) Long.parseLong(text) : Double.parseDouble(text));
    } catch (NumberFormatException _) {
      problems.add(
          scalar.place(),
          "%s is a number that nothing can be done with; put it in quotes if it is a text"
              .formatted(Words.quoted(scalar.text())));
      return Optional.empty();
    }
  }
}
