package dev.muster.bot.config;

import dev.muster.bot.config.alerts.Destinations;
import dev.muster.bot.config.alerts.IntegrationReader;
import dev.muster.bot.config.alerts.KeyShape;
import dev.muster.bot.config.alerts.KeyedIntegration;
import dev.muster.bot.config.alerts.RouteReader;
import dev.muster.bot.config.alerts.SeverityReader;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.hours.BusinessHoursReader;
import dev.muster.bot.config.people.GroupReader;
import dev.muster.bot.config.people.PeopleReader;
import dev.muster.bot.config.people.PeopleReader.Known;
import dev.muster.bot.config.people.Role;
import dev.muster.bot.config.people.RoleReader;
import dev.muster.bot.config.plans.Declared;
import dev.muster.bot.config.plans.PlansReader;
import dev.muster.bot.config.runbooks.RunbooksReader;
import dev.muster.bot.config.schedules.ScheduleReader;
import dev.muster.bot.config.secret.Secret;
import dev.muster.bot.config.steps.StepAccess;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.BusinessHours;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the top of the file, each part after those that it refers to. */
record ConfigReader(
    Set<String> sources,
    Function<StepAccess, Kinds> kinds,
    Shape<Secret> secret,
    InstantSource clock) {

  private static final Shape<String> VERSION =
      Shapes.text()
          .where(
              "muster/v1"::equals,
              text -> "this version of Muster reads `muster/v1`, found " + Words.quoted(text))
          .shownAs(() -> Schema.oneOf(List.of("muster/v1")));

  Shape<Config> config(ConfigFiles files, Problems problems) {
    return Section.shape(
        "a configuration (lines `key: value`)", top -> config(top, files, problems));
  }

  private Config config(Section top, ConfigFiles files, Problems problems) {
    var declared = Declared.in(top);
    top.required("apiVersion", "muster/v1", VERSION.about("The version of this language."));
    var name = top.required("name", "LearnHub Kenya", Shapes.text().about("Of the team."));
    var zone =
        top.required("timezone", "Africa/Nairobi", Shapes.zone().about("Where the team is."))
            .orElse(ZoneId.of("UTC"));
    var scale = Scale.in(top, declared);
    var people = people(top, zone);
    var roles =
        top.optional("roles", new RoleReader(declared.schedules()).roles()).orElse(Map.of());
    var channels = ChannelReader.channels(top);
    var schedules = schedules(zone, people.values(), declared);
    var runbooks =
        new RunbooksReader(kinds, LocalDate.ofInstant(clock.instant(), zone))
            .in(top, declared.roles(), files, problems);
    return new Config(
        name.orElse(""),
        zone,
        directory(people, roles),
        top.optional("groups", new GroupReader(declared.people()).groups()).orElse(Map.of()),
        dutyRoles(roles),
        contacts(people.values()),
        scale.levels(),
        hours(top, new BusinessHoursReader(zone, files, problems, clock)),
        top.optional("schedules", schedules.schedules())
            .map(read -> List.copyOf(read.values()))
            .orElse(List.of()),
        channels,
        ChannelReader.notices(top, channels),
        ChannelReader.mailboxes(top),
        ReactionReader.timeline(top),
        integrations(top, integrations(zone, scale.scale())),
        new Routing(
            new Routes(scale.scale(), declared, mailed(people.values()), roomy(channels))
                .in(top, RunbooksReader.names(runbooks, files)),
            scale.scale()),
        RetentionReader.in(top),
        SlackReader.in(top),
        runbooks,
        new PlansReader(declared, secret).in(top, schedules.userGroups()));
  }

  private IntegrationReader integrations(ZoneId zone, SeverityScale scale) {
    return new IntegrationReader(sources, new KeyShape(secret, zone, clock), scale);
  }

  /** The team's scale, or else the usual one. */
  private record Scale(List<SeverityTarget> levels, SeverityScale scale) {
    static Scale in(Section top, Declared declared) {
      var reader = new SeverityReader(declared);
      var levels =
          top.optional("severities", reader.severities().about("Your scale, the worst first."))
              .filter(read -> !read.isEmpty())
              .orElseGet(reader::standard);
      return new Scale(levels, reader.scale(levels));
    }
  }

  private static Directory directory(Map<String, Known> people, Map<String, Role> roles) {
    var grants = new HashMap<String, Set<Right>>();
    roles.forEach((name, role) -> grants.put(name, role.grants()));
    return new Directory(people.values().stream().map(Known::person).toList(), grants);
  }

  private static Map<String, String> dutyRoles(Map<String, Role> roles) {
    var duty = new HashMap<String, String>();
    roles.forEach((name, role) -> role.from().ifPresent(schedule -> duty.put(name, schedule)));
    return duty;
  }

  private static Map<String, Known> people(Section top, ZoneId zone) {
    var reader = new PeopleReader(zone, top.namesIn("roles"));
    return top.required(
            "people",
            "{devops: {name: …}}",
            reader.people().about("Who there is, by one word each."))
        .orElse(Map.of());
  }

  private static Map<PersonId, Map<String, String>> contacts(Collection<Known> people) {
    return people.stream().collect(Collectors.toMap(known -> known.person().id(), Known::contacts));
  }

  /** Of which Slack makes one more for each incident. */
  private static Set<String> roomy(List<Channel> channels) {
    return channels.stream()
        .filter(channel -> channel.platforms().containsKey("slack"))
        .map(Channel::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> mailed(Collection<Known> people) {
    return people.stream()
        .filter(known -> known.contacts().containsKey("email"))
        .map(known -> known.person().id().value())
        .collect(Collectors.toSet());
  }

  private static BusinessHours hours(Section top, BusinessHoursReader reader) {
    return top.optional("businessHours", reader.hours().about("When the team is at work."))
        .orElseGet(() -> BusinessHours.usual(reader.zone()));
  }

  private static ScheduleReader schedules(
      ZoneId zone, Collection<Known> people, Declared declared) {
    var reachable =
        people.stream()
            .filter(known -> !known.contacts().isEmpty())
            .map(known -> known.person().id().value())
            .collect(Collectors.toSet());
    return new ScheduleReader(zone, declared, reachable);
  }

  private static List<KeyedIntegration> integrations(Section top, IntegrationReader reader) {
    return top.optional("integrations", reader.integrations().about("Who may send alerts."))
        .map(read -> List.copyOf(read.values()))
        .orElse(List.of());
  }

  private record Routes(
      SeverityScale scale, Declared declared, Set<String> mailed, Set<String> roomy) {
    List<Route> in(Section top, Set<String> runbooks) {
      var reader = new RouteReader(scale, new Destinations(declared, mailed, roomy), runbooks);
      var routes =
          top.required(
                  "routes",
                  "[{notify: [\"channel:alerts\"]}]",
                  reader.routes().about("Which alert goes where; the first that matches takes it."))
              .orElse(List.of());
      tellWhatIsLost(top, routes);
      return routes;
    }

    private static void tellWhatIsLost(Section top, List<Route> routes) {
      if (routes.stream().noneMatch(route -> route.matchers().isEmpty())) {
        top.warn(
            top.placeOf("routes"),
            "alerts that no route takes are kept and tell nobody; end with a route without"
                + " `match`");
      }
    }
  }
}
