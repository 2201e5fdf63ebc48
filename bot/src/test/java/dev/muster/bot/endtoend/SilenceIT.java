package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a silence keeps quiet is neither hidden nor lost, whatever is killed meanwhile. */
class SilenceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String FIRING =
      """
      {"version": "4", "status": "firing", "groupKey": "{}:{alertname=\\"service_down\\"}",
       "alerts": [{"status": "firing", "startsAt": "2026-11-21T05:20:00Z",
         "labels": {"alertname": "service_down", "service": "api", "severity": "critical"}}]}
      """;

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path data;

  @Test
  void killed_as_soon_as_a_silence_was_ended_it_lets_its_alerts_go_when_it_is_back() {
    var killed = musters.startOn(data);
    var api = MusterApi.of(killed);
    api.command("devops", "/alert silence service=api 2h The API is being moved");
    assertThat(api.alert(FIRING).statusCode()).isEqualTo(202);
    assertThat(api.all("incidents")).isEmpty();
    assertThat(api.all("alerts"))
        .singleElement()
        .matches(alert -> alert.getString("status").equals("firing"))
        .matches(alert -> alert.getInteger("silenceId") == 1);

    api.command("devops", "/alert unsilence 1 confirm");
    killed.kill();

    var back = MusterApi.of(musters.startOn(data));
    await().atMost(PATIENCE).until(() -> back.all("incidents").size() == 1);
    assertThat(texts(back.get("/api/v1/incidents/1")))
        .contains("service_down fires on: silence 1, which kept it quiet, has ended");
    assertThat(back.all("alerts")).noneMatch(alert -> alert.containsKey("silenceId"));
  }

  private static String texts(JsonObject incident) {
    return incident.getJsonArray("timeline").encode();
  }
}
