package dev.muster.bot.config.alerts;

import dev.muster.commands.alert.LabelMatcher;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads which alerts go where, and sees to it that every route can be reached and leads somewhere.
 */
public final class RouteReader {

  private final SeverityScale scale;
  private final Destinations destinations;
  private final Set<String> runbooks;
  private final Map<String, Place> names = new HashMap<>();
  private final Map<String, Place> unnamed = new HashMap<>();
  private Optional<Located<String>> takesAll = Optional.empty();
  private int count;

  /**
   * Reads them.
   *
   * @param runbooks the names of all that there are
   */
  public RouteReader(SeverityScale scale, Destinations destinations, Set<String> runbooks) {
    this.scale = scale;
    this.destinations = destinations;
    this.runbooks = runbooks;
  }

  public Shape<List<Route>> routes() {
    var route = Section.shape("a route (lines `key: value`)", this::route);
    return Collected.atLeastOne("routes", Collected.list("routes (lines `- name: …`)", route));
  }

  private Route route(Section section) {
    section.advise("own", "`own` belongs under `incident`: incident: {own: …}");
    for (var key : List.of("page", "mail", "digest", "log")) {
      section.advise(key, "`%s` belongs to a severity; a route has `notify`".formatted(key));
    }
    section.advise(
        "escalation", "`escalation` belongs under `incident`: incident: {escalation: …}");
    var named = section.optional("name", Shapes.text());
    var matchers = section.optional("match", MatcherShape.matchers()).orElse(List.of());
    count++;
    // Incidents keep it, and it makes their group: another would part them from their alerts.
    var name = named.orElse("route " + count);
    keepApart(name, section);
    keepReachable(named.orElseGet(() -> words(matchers)), section);
    var severity =
        section.optional(
            "severity",
            IntegrationReader.severity(scale)
                .about("What it is to you, whatever the sender says."));
    var where = destinations.read(section);
    var links =
        section.optional(
            "links",
            Collected.named("links", _ -> Shapes.link())
                .about("What to open first, shown on the incident."));
    var only =
        section.optional(
            "runbooks",
            RouteRunbooks.among(runbooks)
                .about(
                    "Of the runbooks that fit, the only ones that start or are suggested here, or"
                        + " `none`; all of them unless said."));
    return new Route(
        name,
        matchers,
        severity,
        where.channel(),
        where.groupBy(),
        where.reopenWithin(),
        links.orElse(Map.of()),
        TargetsReader.targets(section),
        where.tells(),
        where.own(),
        only);
  }

  /** What a route without a name is called to people: by what it matches. */
  private static String words(List<LabelMatcher> matchers) {
    return matchers.isEmpty()
        ? "{all}"
        : matchers.stream()
            .map(LabelMatcher::said)
            .sorted()
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private void keepApart(String name, Section section) {
    var earlier = names.putIfAbsent(name, section.place());
    if (earlier != null) {
      section.problem(
          "there is a route %s %s already; give each its own name"
              .formatted(Words.quoted(name), earlier.seenFrom(section.place())));
    }
  }

  /** The first route that accepts an alert takes it: behind one without `match` nothing arrives. */
  private void keepReachable(String called, Section section) {
    var earlier = section.has("name") ? null : unnamed.putIfAbsent(called, section.place());
    if (earlier != null && takesAll.isEmpty()) {
      section.problem(
          "no alert gets here: %s %s takes the same; leave one of them out"
              .formatted(Words.quoted(called), earlier.seenFrom(section.place())));
    }
    takesAll.ifPresent(all ->
        section.problem(
            "no alert gets here: %s %s takes all; %s"
                .formatted(
                    Words.quoted(all.value()),
                    all.place().seenFrom(section.place()),
                    all.place().file().equals(section.place().file())
                        ? "move that one to the end"
                        : "give that one a `match`, or move it to the end of muster.yaml")));
    if (takesAll.isEmpty() && !section.has("match")) {
      takesAll = Optional.of(new Located<>(called, section.place()));
    }
  }
}
