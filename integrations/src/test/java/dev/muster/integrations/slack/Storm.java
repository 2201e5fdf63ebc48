package dev.muster.integrations.slack;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.intake.ReceivedBatch;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.util.Optional;
import java.util.stream.IntStream;

/** Very many alerts of one group. */
final class Storm {

  private static final int AT_ONCE = 50;

  private Storm() {}

  static void ofAlerts(TestReplica replica, int alerts) {
    for (var first = 0; first < alerts; first += AT_ONCE) {
      var batch =
          IntStream.range(first, Math.min(alerts, first + AT_ONCE))
              .mapToObj(number -> alert(replica, number))
              .toList();
      replica.intake().take(batch);
    }
  }

  private static ReceivedBatch alert(TestReplica replica, int number) {
    var now = replica.clock().instant();
    var event = Webhooks.event("disk " + number, AlertStatus.FIRING, now, Optional.empty());
    return Webhooks.of("disks", event, now);
  }
}
