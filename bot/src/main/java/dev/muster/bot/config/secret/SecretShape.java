package dev.muster.bot.config.secret;

import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a secret from where it is kept: {@code ${env:NAME}}, {@code ${env:NAME:-default}} or {@code
 * ${file:/path}}. Says nothing of what it finds there, nor of a literal that it refuses.
 */
public record SecretShape(Function<String, @Nullable String> environment) implements Shape<Secret> {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{(?<kind>[a-z-]+):(?<name>[^}]*?)(:-(?<default>[^}]*))?\\}");
  private static final Pattern WRITTEN = Pattern.compile("\\$\\{(env|file):[^}]+\\}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int LARGEST_FILE = 1 << 16;

  @Override
  public Schema schema() {
    return Shapes.text("a secret", WRITTEN)
        .about("Where the secret is kept: ${env:NAME} or ${file:/path}.")
        .schema();
  }

  @Override
  public Optional<Secret> read(Node node, Problems problems) {
    if (!(node instanceof Scalar scalar) || scalar.kind() == Kind.NOTHING) {
      problems.add(node.place(), Words.expected("a secret such as \"${env:NAME}\"", node));
      return Optional.empty();
    }
    return switch (found(scalar.text().strip())) {
      case Found.Value(var value) -> Optional.of(new Secret(value));
      case Found.Missing(var reason) -> {
        problems.add(node.place(), reason);
        yield Optional.empty();
      }
    };
  }

  private sealed interface Found {
    record Value(String value) implements Found {}

    record Missing(String reason) implements Found {}
  }

  private Found found(String text) {
    var reference = REFERENCE.matcher(text);
    if (!reference.matches()) {
      return new Found.Missing(
          "a secret does not belong in a file; write \"${env:NAME}\" or \"${file:/path}\"");
    }
    var name = reference.group("name");
    return switch (reference.group("kind")) {
      case "env" -> variable(name, Optional.ofNullable(reference.group("default")));
      case "file" -> file(name);
      case "aws-secret" ->
          new Found.Missing("`${aws-secret:…}` is not supported by this version of Muster yet");
      default -> new Found.Missing("a secret is written \"${env:NAME}\" or \"${file:/path}\"");
    };
  }

  private Found variable(String name, Optional<String> otherwise) {
    if (!VARIABLE.matcher(name).matches()) {
      return new Found.Missing(
          "the name of a variable has letters, digits and `_`: \"${env:ALERTMANAGER_KEY}\"");
    }
    var set = Optional.ofNullable(environment.apply(name));
    return set.filter(value -> !value.isBlank())
        .or(() -> otherwise.filter(value -> !value.isBlank()))
        .<Found>map(Found.Value::new)
        .orElseGet(() ->
            new Found.Missing(
                "the environment variable %s is %s; set it where Muster starts"
                    .formatted(name, set.isPresent() ? "empty" : "not set")));
  }

  private static Found file(String name) {
    try {
      var path = Path.of(name);
      if (!path.isAbsolute()) {
        return new Found.Missing("a secret's file needs its whole path: \"${file:/run/…}\"");
      }
      if (Files.size(path) > LARGEST_FILE) {
        return new Found.Missing(
            "the file %s is too large for a secret".formatted(Words.quoted(name)));
      }
      var value = Files.readString(path).strip();
      return value.isEmpty()
          ? new Found.Missing("the file %s is empty".formatted(Words.quoted(name)))
          : new Found.Value(value);
    } catch (IOException | InvalidPathException e) {
      return new Found.Missing(
          "the file %s cannot be read; does it exist, and may Muster read it?"
              .formatted(Words.quoted(name)));
    }
  }
}
