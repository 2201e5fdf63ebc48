package dev.muster.bot.config;

import dev.muster.bot.config.yaml.Collected;
import dev.muster.bot.config.yaml.Durations;
import dev.muster.bot.config.yaml.Section;
import dev.muster.bot.config.yaml.Shape;
import dev.muster.bot.config.yaml.Shape.Located;
import dev.muster.bot.config.yaml.Shapes;
import dev.muster.bot.config.yaml.Words;
import dev.muster.commands.alert.Route;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads where a route leads: {@code incident} and {@code notify}. */
final class Destinations {

  private static final Set<String> LATER = Set.of("mailbox", "person", "pagerduty", "webhook");

  private final Shape<String> channel;
  private final Shape<List<Located<String>>> targets;

  Destinations(Collection<String> channels) {
    channel = Shapes.reference("channel", "channels", channels);
    targets = Collected.list("targets such as [\"channel:alerts\"]", target(channels).located());
  }

  record Destination(Optional<String> channel, List<String> groupBy, Duration reopenWithin) {}

  private record Incident(
      Optional<Located<String>> channel, List<String> groupBy, Duration reopenWithin) {}

  Destination read(Section route) {
    for (var key : List.of("channel", "groupBy", "reopenWithin")) {
      route.advise(key, "`%s` belongs under `incident`: incident: {%s: …}".formatted(key, key));
    }
    if (!route.has("incident") && !route.has("notify")) {
      route.missing(
          "this route leads nowhere; add notify: [\"channel:NAME\"], or notify: [] to keep its"
              + " alerts and tell nobody",
          "incident",
          "notify",
          "channel");
    }
    var told = route.optional("notify", targets).orElse(List.of());
    var incident =
        route
            .optional(
                "incident",
                Section.shape("an incident such as {channel: incidents}", at -> incident(at, told)))
            .orElse(new Incident(Optional.empty(), List.of(), Route.DEFAULT_REOPEN_WITHIN));
    var channels = Stream.concat(incident.channel().stream(), told.stream()).toList();
    keepOne(channels, route);
    return new Destination(
        channels.stream().map(Located::value).findFirst(),
        incident.groupBy(),
        incident.reopenWithin());
  }

  private Incident incident(Section section, List<Located<String>> told) {
    section.later("escalation");
    if (!section.has("channel") && told.isEmpty()) {
      section.missing("the incident has no channel; add `channel: NAME`", "channel");
    }
    var labels = Collected.list("labels such as [service]", MatcherShape.LABEL);
    return new Incident(
        section.optional("channel", channel.located()),
        section.optional("groupBy", labels).orElse(List.of()),
        section.optional("reopenWithin", Durations.duration()).orElse(Route.DEFAULT_REOPEN_WITHIN));
  }

  private static void keepOne(List<Located<String>> channels, Section route) {
    channels.stream()
        .filter(other -> !other.value().equals(channels.getFirst().value()))
        .forEach(other ->
            route.problem(
                other.place(),
                "a second channel is not supported by this version of Muster yet; this route"
                    + " opens its incidents in "
                    + Words.quoted(channels.getFirst().value())));
  }

  private static Shape<String> target(Collection<String> channels) {
    return Shapes.text()
        .where(
            text -> !LATER.contains(kind(text)),
            text ->
                Words.quoted(kind(text) + ":")
                    + " is not supported by this version of Muster yet; take it out for now")
        .where(
            text -> kind(text).equals("channel"),
            text -> "expected channel:NAME, such as channel:alerts, found " + Words.quoted(text))
        .map(text -> text.substring(text.indexOf(':') + 1))
        .where(
            channels::contains,
            name ->
                "there is no channel %s%s"
                    .formatted(Words.quoted(name), Words.insteadOf(name, channels, "channels")));
  }

  private static String kind(String text) {
    return text.substring(0, Math.max(0, text.indexOf(':')));
  }
}
