package dev.muster.bot.config;

import dev.muster.bot.config.secret.Secret;
import dev.muster.bot.config.yaml.Collected;
import dev.muster.bot.config.yaml.Section;
import dev.muster.bot.config.yaml.Shape;
import dev.muster.bot.config.yaml.Shape.Located;
import dev.muster.bot.config.yaml.Shapes;
import dev.muster.bot.config.yaml.Words;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads who may send alerts, and sees to it that a key says which sender it is. */
final class IntegrationReader {

  private final Collection<String> sources;
  private final Shape<Secret> secret;
  private final SeverityScale scale;
  private final Map<Claim, Located<String>> claims = new HashMap<>();

  IntegrationReader(Collection<String> sources, Shape<Secret> secret, SeverityScale scale) {
    this.sources = sources;
    this.secret = secret;
    this.scale = scale;
  }

  private record Claim(String source, Secret key) {}

  Shape<Map<String, KeyedIntegration>> integrations() {
    return Collected.named(
        "integrations",
        name -> Section.shape("an integration (lines `key: value`)", at -> integration(name, at)));
  }

  private KeyedIntegration integration(String name, Section section) {
    section.later("topics");
    var kind = Shapes.reference("source", "sources", sources);
    var source = section.required("source", "alertmanager", kind).orElse("");
    var keys =
        section
            .required("key", "\"${env:NAME}\"", Collected.oneOrMore("keys", secret.located()))
            .orElse(List.of());
    keys.forEach(key -> claim(name, source, key, section));
    return new KeyedIntegration(
        new Integration(name, source, section.optional("severity", severity(scale))),
        keys.stream().map(Located::value).toList());
  }

  private void claim(String name, String source, Located<Secret> key, Section section) {
    var owner = new Located<>(name, key.place());
    var earlier = claims.putIfAbsent(new Claim(source, key.value()), owner);
    if (earlier != null) {
      section.problem(
          key.place(),
          "the same key as %s on line %d; the key tells senders apart, so give each its own"
              .formatted(Words.quoted(earlier.value()), earlier.place().line()));
    }
  }

  /** A severity of the team's own scale, by its name. */
  static Shape<Severity> severity(SeverityScale scale) {
    var names = scale.levels().stream().map(Severity::name).toList();
    return Shapes.reference("severity", "severities", names)
        .map(name -> scale.named(name).orElseThrow());
  }
}
