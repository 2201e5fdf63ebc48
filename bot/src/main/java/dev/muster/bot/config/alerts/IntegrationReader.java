package dev.muster.bot.config.alerts;

import dev.muster.bot.config.secret.Secret;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads who may send alerts, and sees to it that a key says which sender it is. */
public final class IntegrationReader {

  private final Collection<String> sources;
  private final Shape<Key> key;
  private final SeverityScale scale;
  private final Map<Claim, Located<String>> claims = new HashMap<>();

  public IntegrationReader(Collection<String> sources, Shape<Key> key, SeverityScale scale) {
    this.sources = sources;
    this.key = key;
    this.scale = scale;
  }

  private static final Shape<String> WORD =
      Shapes.text("a sender's word for a severity", Pattern.compile("\\S.{0,60}"));

  private static final Shape<String> TOPIC =
      Shapes.text(
          "a topic such as arn:aws:sns:eu-west-1:111122223333:alarms",
          Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_.-]+"));

  private record Claim(String source, Secret key) {}

  public Shape<Map<String, KeyedIntegration>> integrations() {
    return Collected.named(
        "integrations",
        name -> Section.shape("an integration (lines `key: value`)", at -> integration(name, at)));
  }

  private KeyedIntegration integration(String name, Section section) {
    var kind = Shapes.oneOf("source", "sources", sources);
    var source = section.required("source", "alertmanager", kind).orElse("");
    readTopics(section, source);
    if (!section.has("key") && !section.has("topics")) {
      section.missing("`key` is missing here; add `key: \"${env:NAME}\"`", "key");
    }
    var keys =
        section.optional("key", Collected.oneOrMore("keys", key.located())).orElse(List.of());
    keys.forEach(key -> claim(name, source, key, section));
    var words = section.optional("severities", words()).orElse(Map.of());
    return new KeyedIntegration(
        new Integration(name, source, section.optional("severity", ofAlertsWithout()), words),
        keys.stream().map(Located::value).toList(),
        MappingReader.of(section, source));
  }

  /** Which of Amazon's topics send here: they are who they are by their signature, not by a key. */
  private static void readTopics(Section section, String source) {
    var _ =
        section
            .optional(
                "topics",
                Collected.list("topics such as [\"arn:aws:sns:…\"]", TOPIC)
                    .about("Of source sns: the topics that may send, instead of a key."))
            .orElse(List.of());
    if (section.has("topics") && !source.equals("sns")) {
      section.problem(section.placeOf("topics"), "`topics` are for source `sns` only; take it out");
    }
    section.unused("topics", "give the sender a `key` and its address ?key=…");
  }

  private Shape<Severity> ofAlertsWithout() {
    return severity(scale).about("Of alerts whose sender gives none.");
  }

  /** The sender's own words for the usual severities. */
  private static Shape<Map<String, CanonicalSeverity>> words() {
    var meaning = SeverityReader.SENT.map(SeverityReader::canonical);
    return Collected.named("severities", WORD, _ -> meaning)
        .about("What this sender's own words for severities mean: {disaster: critical}.");
  }

  private void claim(String name, String source, Located<Key> key, Section section) {
    var owner = new Located<>(name, key.place());
    var earlier = claims.putIfAbsent(new Claim(source, key.value().secret()), owner);
    if (earlier != null) {
      section.problem(
          key.place(),
          "the same key as %s %s; the key tells senders apart, so give each its own"
              .formatted(Words.quoted(earlier.value()), earlier.place().seenFrom(key.place())));
    }
  }

  /** A severity of the team's own scale, by its name. */
  static Shape<Severity> severity(SeverityScale scale) {
    var names = scale.levels().stream().map(Severity::name).toList();
    return Shapes.reference("severity", "severities", names)
        .map(name -> scale.named(name).orElseThrow());
  }
}
