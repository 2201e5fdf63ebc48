package dev.muster.integrations.postgres.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.IncidentFilter;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());

  @AfterEach
  void close() {
    replica.close();
  }

  /** A service that many have, one that few have, and one that nobody has. */
  private static void fill(Handle handle) {
    handle.execute(
        """
        insert into incident (id, version, group_key, channel, title, services, links, severity,
          severity_level, status, opened_at, alert_count, firing_count, truncated_count)
        select n, 1, 'g' || n, 'incidents', 'cpu', case when n % 1000 = 7 then array['rare']
            else array['api', 'db' || n % 10] end, '{}', 'P1', 'CRITICAL', 'resolved',
          now() - n * interval '1 minute', 1, 0, 0
        from generate_series(1, 30000) as n
        """);
    handle.execute("analyze incident");
  }

  private String plan(String mode, String service) {
    var wanted = new Wanted(IncidentFilter.ALL.withService(service));
    var sql = "select * from incident %s order by %s limit 11";
    return replica
        .database()
        .with(handle -> {
          fill(handle);
          handle.execute("set plan_cache_mode = " + mode);
          handle.execute(
              "prepare listed (text) as "
                  + sql.formatted(wanted.where(), wanted.newestFirst()).replace(":service", "$1"));
          var plan =
              handle
                  .createQuery("explain execute listed ('" + service + "')")
                  .mapTo(String.class)
                  .list();
          handle.execute("reset plan_cache_mode");
          return String.join("\n", plan);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "force_custom_plan, api",
    "force_custom_plan, rare",
    "force_custom_plan, none",
    "force_generic_plan, none"
  })
  void incidents_of_one_service_are_found_by_its_index(String mode, String service) {
    assertThat(plan(mode, service)).contains("Bitmap Index Scan on incident_services");
  }
}
