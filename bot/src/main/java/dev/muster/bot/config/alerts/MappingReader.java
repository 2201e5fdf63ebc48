package dev.muster.bot.config.alerts;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.integrations.sources.GenericSource;
import dev.muster.integrations.sources.mapping.Mapping;
import dev.muster.integrations.sources.mapping.Mapping.Entries;
import dev.muster.integrations.sources.mapping.Mapping.Status;
import dev.muster.integrations.sources.mapping.Mapping.Times;
import dev.muster.integrations.sources.mapping.ReadyMappings;
import dev.muster.integrations.sources.mapping.Words;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how the bodies of a generic sender become alerts: a ready mapping by name, or one's own.
 */
final class MappingReader {

  private static final Pattern WORD = Pattern.compile("\\S.{0,60}");
  private static final List<String> STATUSES =
      Arrays.stream(AlertStatus.values()).map(AlertStatus::word).toList();
  private static final Shape<Words> TEXT = WordsShape.words();

  private MappingReader() {}

  /** The mapping in an integration's section; only the generic source takes one. */
  static Optional<Mapping> of(Section integration, String source) {
    var mapping = integration.optional("mapping", mapping());
    if (mapping.isPresent() && !source.equals(GenericSource.NAME)) {
      integration.problem(
          "`mapping` is for source `"
              + GenericSource.NAME
              + "` only; the others know their senders' shapes");
      return Optional.empty();
    }
    return mapping;
  }

  private static Shape<Mapping> mapping() {
    var ready = ReadyMappings.named();
    var named =
        Shapes.oneOf("ready mapping", "ready mappings", ready.keySet())
            .map(name -> Objects.requireNonNull(ready.get(name)));
    var own = Section.shape("a mapping (lines `key: $.path`)", MappingReader::own);
    return Shape.of(
            () -> Schema.either(named.schema(), own.schema()),
            (node, problems) ->
                node instanceof Scalar ? named.read(node, problems) : own.read(node, problems))
        .about("Where in a generic sender's bodies an alert's parts are, or a ready mapping.");
  }

  private static Mapping own(Section section) {
    section.advise(
        "severityMap",
        "write `severities: {word: critical}` beside `mapping`; every kind of sender may have it");
    var forEach = WordsShape.path().about("The list whose items are an alert each: $.alerts.");
    var title = TEXT.about("What it is about: $.title, or \"{$.check} on {$.host}\".");
    return new Mapping(
        section.optional("forEach", forEach),
        section.required("title", "$.title", title).orElse(Words.NONE),
        words(section, "summary", "More of it, in a few sentences."),
        words(section, "dedup", "What makes it the same alert; the title unless said."),
        words(section, "group", "What alerts that belong together have in common."),
        new Status(
            words(section, "status", "What says whether it fires; it does unless said."),
            section.optional("statusMap", meanings()).orElse(Map.of())),
        words(section, "severity", "The sender's own word for how bad it is."),
        new Times(
            words(section, "startsAt", "When it began."),
            words(section, "endsAt", "When it ended.")),
        entries(section, "labels", "What routes match: {service: $.svc, \"*\": $.tags}."),
        entries(section, "annotations", "What people may want to read besides."),
        section.optional("links", texts("Where it leads: {dashboard: $.url}.")).orElse(Map.of()));
  }

  private static Words words(Section section, String key, String about) {
    return section.optional(key, TEXT.about(about)).orElse(Words.NONE);
  }

  private static Shape<Map<String, AlertStatus>> meanings() {
    var status =
        Shapes.oneOf("status", "statuses", STATUSES)
            .map(word -> AlertStatus.valueOf(word.toUpperCase(Locale.ROOT)));
    var word = Shapes.text("a sender's word for a status", WORD);
    return Collected.named("words", word, _ -> status)
        .about("What its words mean: {down: firing, up: resolved, \"*\": unknown}.");
  }

  private static Shape<Map<String, Words>> texts(String about) {
    return Collected.named("names", MatcherShape.LABEL, _ -> TEXT).about(about);
  }

  /** Under {@code *} an object whose members are all taken. */
  private static Entries entries(Section section, String key, String about) {
    return section.optional(key, EntriesShape.entries(TEXT).about(about)).orElse(Entries.NONE);
  }
}
