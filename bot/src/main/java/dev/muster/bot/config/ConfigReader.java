package dev.muster.bot.config;

import dev.muster.bot.config.PeopleReader.Known;
import dev.muster.bot.config.secret.Secret;
import dev.muster.bot.config.yaml.Collected;
import dev.muster.bot.config.yaml.Section;
import dev.muster.bot.config.yaml.Shape;
import dev.muster.bot.config.yaml.Shapes;
import dev.muster.bot.config.yaml.Words;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.PersonId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the top of the file, each part after those that it refers to. */
record ConfigReader(Set<String> sources, Shape<Secret> secret) {

  private static final Shape<String> VERSION =
      Shapes.text()
          .where(
              "muster/v1"::equals,
              text -> "this version of Muster reads `muster/v1`, found " + Words.quoted(text));

  Shape<Config> config() {
    return Section.shape("a configuration (lines `key: value`)", this::config);
  }

  private Config config(Section top) {
    top.later("groups", "schedules", "escalation", "businessHours", "notifiers", "mailboxes");
    top.later("retention", "secrets", "vars", "breakGlass");
    top.required("apiVersion", "muster/v1", VERSION);
    var name = top.required("name", "LearnHub Kenya", Shapes.text()).orElse("");
    var zone = top.required("timezone", "Africa/Nairobi", Shapes.zone()).orElse(ZoneId.of("UTC"));
    var severities = new SeverityReader();
    var levels =
        top.optional("severities", severities.severities())
            .filter(read -> !read.isEmpty())
            .orElseGet(severities::standard);
    var scale = severities.scale(levels);
    var people = people(top, zone);
    return new Config(
        name,
        zone,
        new Directory(
            people.values().stream().map(Known::person).toList(),
            top.optional("roles", Rights.roles()).orElse(Map.of())),
        contacts(people.values()),
        levels,
        channels(top),
        integrations(top, new IntegrationReader(sources, secret, scale)),
        new Routing(routes(top, new RouteReader(scale, top.namesIn("channels"))), scale));
  }

  private static Map<String, Known> people(Section top, ZoneId zone) {
    var reader = new PeopleReader(zone, top.namesIn("roles"));
    return top.required("people", "{devops: {name: …}}", reader.people()).orElse(Map.of());
  }

  private static Map<PersonId, Map<String, String>> contacts(Collection<Known> people) {
    return people.stream().collect(Collectors.toMap(known -> known.person().id(), Known::contacts));
  }

  private static List<Channel> channels(Section top) {
    var accounts = new Accounts(Accounts.OF_CHANNELS);
    var channels =
        Collected.named(
            "channels",
            name ->
                Section.shape(
                    "`{}` or `{slack: C01ABCDEF}`",
                    at -> new Channel(name, accounts.of(name, at))));
    return top.required("channels", "{alerts: {}}", Collected.atLeastOne("channels", channels))
        .map(read -> List.copyOf(read.values()))
        .orElse(List.of());
  }

  private static List<KeyedIntegration> integrations(Section top, IntegrationReader reader) {
    return top.optional("integrations", reader.integrations())
        .map(read -> List.copyOf(read.values()))
        .orElse(List.of());
  }

  private static List<Route> routes(Section top, RouteReader reader) {
    return top.required("routes", "[{notify: [\"channel:alerts\"]}]", reader.routes())
        .orElse(List.of());
  }
}
