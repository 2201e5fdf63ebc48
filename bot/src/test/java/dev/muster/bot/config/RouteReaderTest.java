package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.own.Invitee;
import dev.muster.commands.alert.own.NameTemplate;
import dev.muster.commands.alert.own.OwnChannel;
import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteReaderTest {

  @Test
  void an_incident_is_opened_where_the_route_says_or_else_where_it_notifies() {
    var config =
        Configs.with(
            """
            routes:
              - name: down
                match: {alertname: service_down}
                incident: {channel: incidents, groupBy: [service], reopenWithin: 1 week}
                notify: ["channel:incidents"]
                links: {dashboard: "https://grafana.learnhub.example/d/api"}
              - match: {alertname: watchdog}
                notify: []
              - incident: {groupBy: [service]}
                notify: ["channel:alerts"]
            """);

    assertThat(config.routing().routes())
        .extracting(Route::name, Route::channel, Route::groupBy, Route::reopenWithin)
        .containsExactly(
            tuple("down", Optional.of("incidents"), List.of("service"), Duration.ofDays(7)),
            tuple("route 2", Optional.empty(), List.of(), Route.DEFAULT_REOPEN_WITHIN),
            tuple(
                "route 3", Optional.of("alerts"), List.of("service"), Route.DEFAULT_REOPEN_WITHIN));
  }

  @Test
  void a_route_without_a_name_keeps_the_name_that_its_open_incidents_have() {
    var config =
        Configs.with(
            """
            routes:
              - {name: all, match: {team: web}, notify: ["channel:alerts"]}
              - match: {service: api}
                incident: {channel: incidents, groupBy: [service]}
            """);

    assertThat(config.routing().routes()).extracting(Route::name).containsExactly("all", "route 2");
  }

  @Test
  void routes_take_the_same_only_where_they_match_the_same() {
    var config =
        Configs.with(
            """
            routes:
              - {match: {env: [a, b]}, notify: []}
              - {match: {env: "a|b"}, notify: []}
              - {match: {env: "=~x"}, notify: []}
              - {match: {env: "~x"}, notify: []}
              - {match: {env: "a, team=b"}, notify: []}
              - {match: {env: a, team: b}, notify: []}
              - {match: {team: "!=web", service: "=~api.*", zone: "!~eu-.*"}, notify: []}
              - notify: []
            """);

    assertThat(config.routing().routes()).hasSize(8);
  }

  @Test
  void a_route_gives_its_alerts_a_severity_and_links() {
    var config =
        Configs.with(
            """
            routes:
              - severity: high
                notify: ["channel:alerts"]
                links: {dashboard: "https://grafana.learnhub.example/d/api"}
            """);

    var route = config.routing().routes().getFirst();
    assertThat(route.severity()).isEqualTo(config.routing().scale().named("high"));
    assertThat(route.links())
        .isEqualTo(Map.of("dashboard", "https://grafana.learnhub.example/d/api"));
  }

  @Test
  void a_route_may_set_its_own_targets_and_tell_others() {
    var config =
        Configs.with(
            """
            mailboxes: {ops: ops@learnhub.example}
            routes:
              - notify: ["channel:alerts", "mailbox:ops", "person:devops"]
                respond: 5m
                resolve: next-business-day
                update: 30m
            """);

    var route = config.routing().routes().getFirst();
    assertThat(route.targets())
        .isEqualTo(
            new Targets(
                Optional.of(new Deadline.Within(Duration.ofMinutes(5))),
                Optional.of(new Deadline.NextBusinessDay()),
                Optional.of(Duration.ofMinutes(30))));
    assertThat(route.tells())
        .containsExactly(
            new Recipient.Mailbox("ops"), new Recipient.Somebody(new PersonId("devops")));
  }

  @Test
  void routes_of_parts_come_before_the_rest_that_takes_all() {
    var config =
        Configs.with(
            "routes: [{name: everything else, notify: [\"channel:alerts\"]}]\n",
            Map.of(
                "conf.d/20-b.yaml",
                "routes: [{name: b, match: {team: b}, notify: [\"channel:b\"]}]\n"
                    + "channels: {b: {}}\n",
                "conf.d/10-a.yaml",
                "apiVersion: muster/v1\n"
                    + "routes: [{name: a, match: {team: a}, notify: [\"channel:incidents\"]}]\n"));

    assertThat(config.routing().routes())
        .extracting(Route::name)
        .containsExactly("a", "b", "everything else");
    assertThat(config.channelNames()).containsExactly("incidents", "alerts", "b");
  }

  @Test
  void a_route_may_give_each_incident_a_channel() {
    var config =
        Configs.with(
            """
            groups: {sre: [devops]}
            routes:
              - match: {a: b}
                incident:
                  channel: incidents
                  own: {name: "{severity}-{number}", invite: ["group:sre"], archiveAfter: never}
              - incident: {channel: incidents, own: {}}
            """);

    assertThat(config.routing().routes())
        .extracting(route -> route.own().orElseThrow())
        .containsExactly(
            new OwnChannel(
                new NameTemplate("{severity}-{number}"),
                List.of(new Invitee(Invitee.Kind.GROUP, "sre")),
                Optional.empty()),
            new OwnChannel(NameTemplate.USUAL, List.of(), Optional.of(Duration.ofDays(7))));
  }
}
