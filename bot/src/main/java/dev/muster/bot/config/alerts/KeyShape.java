package dev.muster.bot.config.alerts;

import dev.muster.bot.config.secret.Secret;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Times;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads a sender's key: a secret, or {@code {secret: …, until: …}} for one on its way out. */
public record KeyShape(Shape<Secret> secret, ZoneId zone, InstantSource clock)
    implements Shape<Key> {

  @Override
  public Schema schema() {
    return Schema.either(secret.schema(), ending().schema());
  }

  @Override
  public Optional<Key> read(Node node, Problems problems) {
    return isEnding(node)
        ? ending().read(node, problems).flatMap(read -> read)
        : known().read(node, problems).map(read -> new Key(read, Optional.empty()));
  }

  /** Braces around anything else are a secret without its quotes. */
  private static boolean isEnding(Node node) {
    return node instanceof Mapping(_, var entries)
        && entries.stream().map(Node.Entry::name).anyMatch(List.of("secret", "until")::contains);
  }

  /** The secret, with a warning where everybody knows it. */
  private Shape<Secret> known() {
    return Shape.of(
        secret::schema,
        (node, problems) -> {
          var read = secret.read(node, problems);
          read.filter(it -> it.matches(Key.DEMO))
              .ifPresent(_ ->
                  problems.warn(
                      node.place(),
                      "this key is `demo`, which everybody knows; set one of your own, such as"
                          + " `openssl rand -hex 24` prints, and take a `:-demo` out"));
          return read;
        });
  }

  private Shape<Optional<Key>> ending() {
    return Section.shape("a key such as {secret: …, until: …}", this::ending);
  }

  private Optional<Key> ending(Section section) {
    var read = section.required("secret", "\"${env:NAME}\"", known());
    Optional<Instant> until =
        section
            .required(
                "until",
                "2026-12-01T00:00",
                Times.dateTime().about("From then on this key is refused."))
            .map(time -> time.atZone(zone).toInstant());
    until
        .filter(end -> !clock.instant().isBefore(end))
        .ifPresent(_ ->
            section.warn(
                section.placeOf("until"),
                "this time has passed and the key is refused; delete it here"));
    return read.map(known -> new Key(known, until));
  }
}
