package dev.muster.bot.config.alerts;

import dev.muster.bot.config.alerts.TargetShape.Target;
import dev.muster.bot.config.own.OwnChannelReader;
import dev.muster.bot.config.plans.Calls;
import dev.muster.bot.config.plans.Declared;
import dev.muster.commands.alert.Recipient;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.own.OwnChannel;
import dev.muster.commands.people.PersonId;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where a route leads: {@code incident} and {@code notify}. */
public final class Destinations {

  private final Shape<String> channel;
  private final Shape<List<Located<Target>>> targets;
  private final Collection<String> mailed;
  private final Collection<String> roomy;
  private final Shape<OwnChannel> own;
  private final Declared declared;

  /**
   * @param mailed people who have an address for mail
   * @param roomy channels that are in a chat which makes channels for incidents
   */
  public Destinations(Declared declared, Collection<String> mailed, Collection<String> roomy) {
    this.declared = declared;
    this.mailed = mailed;
    this.roomy = roomy;
    own = new OwnChannelReader(declared).own();
    channel = Shapes.reference("channel", "channels", declared.channels());
    targets =
        Collected.list("targets such as [\"channel:alerts\"]", new TargetShape(declared).located());
  }

  record Destination(
      Optional<String> channel,
      List<String> groupBy,
      Duration reopenWithin,
      List<Recipient> tells,
      Optional<OwnChannel> own) {}

  private record Incident(
      Optional<Located<String>> channel,
      List<String> groupBy,
      Duration reopenWithin,
      Optional<Located<OwnChannel>> own) {

    static final Incident USUAL =
        new Incident(Optional.empty(), List.of(), Route.DEFAULT_REOPEN_WITHIN, Optional.empty());
  }

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
    var told =
        route
            .optional("notify", targets.about("Who is told: \"channel:NAME\", \"mailbox:NAME\", …"))
            .orElse(List.of());
    var named = told.stream().flatMap(Destinations::channel).toList();
    var incident =
        route
            .optional(
                "incident",
                Section.shape(
                    "an incident such as {channel: incidents}", at -> incident(at, named)))
            .orElse(Incident.USUAL);
    var channels = Stream.concat(incident.channel().stream(), named.stream()).toList();
    keepOne(channels, route);
    var channel = channels.stream().map(Located::value).findFirst();
    keepRoom(channel, incident, route);
    return new Destination(
        channel,
        incident.groupBy(),
        incident.reopenWithin(),
        told.stream().flatMap(target -> recipient(target, route)).toList(),
        incident.own().map(Located::value));
  }

  private static Stream<Located<String>> channel(Located<Target> target) {
    return target.value() instanceof Target.OfChannel(var name)
        ? Stream.of(new Located<>(name, target.place()))
        : Stream.empty();
  }

  private Stream<Recipient> recipient(Located<Target> target, Section route) {
    if (target.value() instanceof Target.Of(var recipient)) {
      if (recipient instanceof Recipient.Somebody(var person) && !canBeMailed(person)) {
        route.warn(
            target.place(),
            "%s has no `email`, and so is not told; add it under people"
                .formatted(Words.quoted(person.value())));
      }
      return Stream.of(recipient);
    }
    if (target.value() instanceof Target.OfNotifier(var name)) {
      route.warn(
          target.place(),
          "%s has no effect in this version of Muster: nothing is sent there"
              .formatted(Words.quoted(name)));
    }
    return Stream.empty();
  }

  private boolean canBeMailed(PersonId person) {
    return mailed.contains(person.value());
  }

  private Incident incident(Section section, List<Located<String>> told) {
    section.unused("escalation", "nobody is paged");
    var _ = Calls.escalation(section, declared);
    if (!section.has("channel") && told.isEmpty()) {
      section.missing("the incident has no channel; add `channel: NAME`", "channel");
    }
    var labels = Collected.list("labels such as [service]", MatcherShape.LABEL);
    return new Incident(
        section.optional("channel", channel.located()),
        section
            .optional("groupBy", labels.about("Alerts with the same values share an incident."))
            .orElse(List.of()),
        section
            .optional(
                "reopenWithin",
                Durations.duration().about("An incident that comes back so soon is opened again."))
            .orElse(Route.DEFAULT_REOPEN_WITHIN),
        section.optional(
            "own", own.about("A channel for each incident, beside its post here.").located()));
  }

  /** The built-in chat has threads only, and so its incidents stay what they are there. */
  private void keepRoom(Optional<String> channel, Incident incident, Section route) {
    if (channel.isPresent() && incident.own().isPresent() && !roomy.contains(channel.get())) {
      route.warn(
          incident.own().get().place(),
          "`own` has no effect: Muster makes channels in Slack only, and %s is not there; add it:"
                  .formatted(Words.quoted(channel.get()))
              + " channels: {%s: {slack: C01ABCDEF}}".formatted(channel.get()));
    }
  }

  private static void keepOne(List<Located<String>> channels, Section route) {
    channels.stream()
        .filter(other -> !other.value().equals(channels.getFirst().value()))
        .forEach(other ->
            route.problem(
                other.place(),
                "a route opens its incidents in one channel, here in "
                    + Words.quoted(channels.getFirst().value())
                    + "; take this one out"));
  }
}
