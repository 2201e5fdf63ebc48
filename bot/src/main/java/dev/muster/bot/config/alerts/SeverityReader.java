package dev.muster.bot.config.alerts;

import dev.muster.bot.config.plans.Calls;
import dev.muster.bot.config.plans.Declared;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.Targets;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the team's own scale, worst first; a sender's severity goes to one level of it. */
public final class SeverityReader {

  private static final List<String> WORDS =
      Arrays.stream(CanonicalSeverity.values()).map(CanonicalSeverity::word).toList();

  static final Shape<String> SENT =
      Shapes.text()
          .where(WORDS::contains, SeverityReader::unknown)
          .shownAs(() -> Schema.oneOf(WORDS));

  private final Declared declared;
  private final Map<CanonicalSeverity, Severity> taken = new EnumMap<>(CanonicalSeverity.class);
  private final Set<String> names = new HashSet<>();
  private Optional<Severity> above = Optional.empty();

  public SeverityReader(Declared declared) {
    this.declared = declared;
  }

  public Shape<List<SeverityTarget>> severities() {
    var severity = Section.shape("a severity (lines `key: value`)", this::severity);
    return Collected.atLeastOne(
        "severities", Collected.list("severities (lines `- name: …`)", severity));
  }

  /** Where the file says nothing: each canonical severity by its own name, info as low. */
  public List<SeverityTarget> standard() {
    taken.put(CanonicalSeverity.INFO, new Severity("low", CanonicalSeverity.LOW));
    return Arrays.stream(CanonicalSeverity.values())
        .filter(level -> level != CanonicalSeverity.INFO)
        .map(level -> taken.computeIfAbsent(level, _ -> new Severity(level.word(), level)))
        .map(severity -> new SeverityTarget(severity, Targets.NONE, Optional.empty()))
        .toList();
  }

  public SeverityScale scale(List<SeverityTarget> levels) {
    return new SeverityScale(levels.stream().map(SeverityTarget::severity).toList(), taken);
  }

  private SeverityTarget severity(Section section) {
    var _ = Calls.ofSeverity(section, declared);
    var name = section.required("name", "critical", Shapes.word()).orElse("");
    if (!name.isEmpty() && !names.add(name)) {
      section.problem("there are two severities " + Words.quoted(name) + "; keep one");
    }
    var from =
        section
            .required("from", "[high]", Collected.oneOrMore("severities", SENT.located()))
            .orElse(List.of());
    var severity = new Severity(name, worst(from));
    from.forEach(level -> take(level, severity, section));
    keepOrder(severity, section);
    return new SeverityTarget(
        severity,
        TargetsReader.targets(section),
        section.optional("criteria", Shapes.text().about("When something is that bad.")));
  }

  private static CanonicalSeverity worst(List<Located<String>> from) {
    return from.stream()
        .map(level -> canonical(level.value()))
        .min(CanonicalSeverity::compareTo)
        .orElse(CanonicalSeverity.INFO);
  }

  private void take(Located<String> word, Severity severity, Section section) {
    var earlier = taken.putIfAbsent(canonical(word.value()), severity);
    if (earlier != null) {
      section.problem(
          word.place(),
          "%s already goes to %s; keep it in one severity"
              .formatted(Words.quoted(word.value()), Words.quoted(earlier.name())));
    }
  }

  private void keepOrder(Severity severity, Section section) {
    above
        .filter(upper -> severity.level().isWorseThan(upper.level()))
        .ifPresent(upper ->
            section.problem(
                "%s is worse than %s above it; write the worst first"
                    .formatted(Words.quoted(severity.name()), Words.quoted(upper.name()))));
    above = Optional.of(severity);
  }

  private static String unknown(String word) {
    var meaning = CanonicalSeverity.of(word).map(CanonicalSeverity::word).map(Words::quoted);
    return meaning
        .map(known -> Words.quoted(word) + " from a sender counts as " + known + "; write that")
        .orElseGet(() ->
            "senders have no severity "
                + Words.quoted(word)
                + Words.insteadOf(word, WORDS, "severities"));
  }

  static CanonicalSeverity canonical(String word) {
    return CanonicalSeverity.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
