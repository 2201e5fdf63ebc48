package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.alert.Route;
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
}
