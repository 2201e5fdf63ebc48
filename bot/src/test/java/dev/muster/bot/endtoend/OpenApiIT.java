package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Answers have the fields that the API's description says, no more and no less. */
class OpenApiIT {

  private static final String FIRING = webhook("firing", "\"startsAt\": \"2026-11-21T05:20:00Z\"");
  private static final String RESOLVED =
      webhook(
          "resolved",
          "\"startsAt\": \"2026-11-21T05:20:00Z\", \"endsAt\": \"2026-11-21T05:30:00Z\"");

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  @Test
  void fields_are_as_described() {
    var api = MusterApi.of(musters.startOn(folder));
    var described = new Described(api.get("/api/openapi.json"));
    described.hold("Accepted", body(api.alert(FIRING)));
    described.hold("Replies", command(api, "/incident ack 1"));
    described.hold("Replies", command(api, "/nonsense"));
    var asked = command(api, "/incident resolve 1");
    described.hold("Replies", asked);
    assertThat(asked.getJsonArray("replies").getJsonObject(0).getString("error"))
        .isEqualTo("unconfirmed");
    described.hold("Replies", command(api, "/incident declare"));
    described.hold("Accepted", body(api.alert(RESOLVED)));
    // A copy that comes late changes nothing.
    described.hold("Accepted", body(api.alert(FIRING)));
    described.hold("Problem", body(api.alert("{\"alerts\": 7}")));
    described.hold("Problem", body(api.alert("{")));
    var _ = api.alert(FIRING.replace("service_down", "another"));

    live(api);

    described.hold("Incidents", api.get("/api/v1/incidents?limit=1"));
    described.hold("Incidents", api.get("/api/v1/incidents"));
    described.hold("IncidentDetails", api.get("/api/v1/incidents/1"));
    described.hold("IncidentDetails", api.get("/api/v1/incidents/2"));
    described.hold("IncidentDetails", api.get("/api/v1/incidents/3"));
    described.hold("Alerts", api.get("/api/v1/alerts?limit=1"));
    described.hold("Alerts", api.get("/api/v1/alerts"));
    described.hold("Silences", api.get("/api/v1/silences"));
    described.hold("Silences", api.get("/api/v1/silences?state=ended&limit=1"));
    described.hold("Deliveries", api.get("/api/v1/deliveries?limit=1"));
    described.hold("Deliveries", api.get("/api/v1/deliveries"));
    described.hold("OnCall", api.get("/api/v1/oncall?schedule=primary"));
    described.hold("Shifts", api.get("/api/v1/schedules/primary/shifts?limit=1"));
    described.hold("Health", api.get("/health"));

    assertThat(described.faults()).isEmpty();
    assertThat(described.unseen()).containsExactly("Health.reason");
  }

  @Test
  void runs_are_as_described() {
    var api = MusterApi.of(musters.startOn(folder));
    var described = new Described(api.get("/api/openapi.json"));
    described.hold("Replies", command(api, "/runbook run take-over"));
    described.hold("Replies", command(api, "/runbook run complete-outage"));
    described.hold("Replies", command(api, "/runbook cancel 2"));

    described.hold("Runs", api.get("/api/v1/runs?limit=1"));
    described.hold("Runs", api.get("/api/v1/runs?runbook=take-over"));
    described.hold("RunDetails", api.get("/api/v1/runs/1"));
    described.hold("RunDetails", api.get("/api/v1/runs/2"));
    described.hold("LogLines", api.get("/api/v1/runs/2/log?limit=1"));

    assertThat(described.faults()).isEmpty();
  }

  @Test
  void operations_are_as_described() {
    var api = MusterApi.of(musters.startOn(folder));
    var described = new Described(api.get("/api/openapi.json"));
    command(api, "/incident declare Slow severity:low");
    command(
        api,
        "/ops log Restarted api-1 reason:\"memory leak\" took:20m impact:\"no errors\""
            + " issues:\"two tries\" follow-up:\"find the leak\" incident:1");
    command(api, "/ops log Cleared the queue reason:\"it was stuck\"");
    described.hold("Replies", command(api, "/ops edit 1 issues:\"it came back\""));

    described.hold("Operations", api.get("/api/v1/operations?limit=1"));
    described.hold("Operations", api.get("/api/v1/operations?text=leak"));
    described.hold("Operation", api.get("/api/v1/operations/1"));

    assertThat(api.get("/api/v1/operations").getJsonArray("operations")).hasSize(2);
    assertThat(api.get("/api/v1/operations?text=queue").getJsonArray("operations")).hasSize(1);
    assertThat(described.faults()).isEmpty();
  }

  /** Whatever people can add to an incident, and each state that one can be in. */
  private static void live(MusterApi api) {
    command(api, "/incident assign 2 backend");
    command(api, "/incident role 2 commander devops");
    command(
        api,
        "/incident edit 2 started:\"yesterday 05:00\" detected:\"yesterday 05:10\" etr:30m"
            + " next-update:15m users:612");
    command(api, "/incident edit 2 root-cause:\"Slow query\" resolution:\"Killed\"");
    command(api, "/incident edit 2 prevention:\"Timeouts\"");
    command(
        api,
        "/incident note 2 Slow at:\"yesterday 05:05\" from:https://chat.example/archives/C1/p1");
    command(api, "/incident mitigate 2");
    command(api, "/incident snooze 2 2h Waits for the vendor");
    command(api, "/alert silence alertname=silenced 2h Disk is being swapped");
    for (var name : new String[] {"one", "two"}) {
      command(api, "/alert silence alertname=" + name + " 2h A moment");
    }
    command(api, "/alert unsilence 2");
    command(api, "/alert unsilence 3");
    // Of the group of an incident that is open, which says so.
    var another = FIRING.replace("service_down", "another");
    var _ = api.alert(another.replace("\"alertname\": \"another", "\"alertname\": \"silenced"));
    command(api, "/incident declare \"Duplicate of it\" severity:low");
    command(api, "/incident merge 3 into 2");
  }

  private static JsonObject command(MusterApi api, String text) {
    return body(api.tryCommand("devops", text));
  }

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static String webhook(String status, String times) {
    return """
    {"version": "4", "status": "%1$s", "groupKey": "{}:{alertname=\\"service_down\\"}",
     "alerts": [{"status": "%1$s", %2$s, "annotations": {"summary": "Health check fails"},
       "labels": {"alertname": "service_down", "service": "api", "severity": "critical"}}]}
    """
        .formatted(status, times);
  }
}
