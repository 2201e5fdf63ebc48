package dev.muster.bot.config;

import dev.muster.bot.config.yaml.Collected;
import dev.muster.bot.config.yaml.Place;
import dev.muster.bot.config.yaml.Section;
import dev.muster.bot.config.yaml.Shape;
import dev.muster.bot.config.yaml.Shape.Located;
import dev.muster.bot.config.yaml.Shapes;
import dev.muster.bot.config.yaml.Words;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.SeverityScale;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which alerts go where, and sees to it that every route can be reached and leads somewhere.
 */
final class RouteReader {

  private final SeverityScale scale;
  private final Destinations destinations;
  private final Map<String, Place> names = new HashMap<>();
  private Optional<Located<String>> takesAll = Optional.empty();
  private int count;

  RouteReader(SeverityScale scale, Collection<String> channels) {
    this.scale = scale;
    this.destinations = new Destinations(channels);
  }

  Shape<List<Route>> routes() {
    var route = Section.shape("a route (lines `key: value`)", this::route);
    return Collected.atLeastOne("routes", Collected.list("routes (lines `- name: …`)", route));
  }

  private Route route(Section section) {
    section.later("page", "mail", "digest", "log", "escalation", "respond", "resolve", "update");
    count++;
    var name = section.optional("name", Shapes.text()).orElse("route " + count);
    var matchers = section.optional("match", MatcherShape.matchers()).orElse(List.of());
    keepReachable(name, section);
    var severity = section.optional("severity", IntegrationReader.severity(scale));
    var where = destinations.read(section);
    var links = section.optional("links", Collected.named("links", _ -> Shapes.link()));
    return new Route(
        name,
        matchers,
        severity,
        where.channel(),
        where.groupBy(),
        where.reopenWithin(),
        links.orElse(Map.of()));
  }

  /** The first route that accepts an alert takes it: behind one without `match` nothing arrives. */
  private void keepReachable(String name, Section section) {
    var earlier = names.putIfAbsent(name, section.place());
    if (earlier != null) {
      section.problem(
          "there is a route %s on line %d already; give each its own name"
              .formatted(Words.quoted(name), earlier.line()));
    }
    takesAll.ifPresent(all ->
        section.problem(
            "no alert gets here: %s on line %d takes all; move that one to the end"
                .formatted(Words.quoted(all.value()), all.place().line())));
    if (takesAll.isEmpty() && !section.has("match")) {
      takesAll = Optional.of(new Located<>(name, section.place()));
    }
  }
}
