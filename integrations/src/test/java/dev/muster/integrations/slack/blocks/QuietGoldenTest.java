package dev.muster.integrations.slack.blocks;

import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is kept quiet as files: alerts, silences and snoozes. */
class QuietGoldenTest {

  private final TestClock clock = new TestClock();
  @AutoClose private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final AlertIntake intake = replica.intake();
  private final Said said = new Said(replica);

  @Test
  void alerts_and_what_silences_them() throws IOException {
    same("alerts-none", said.to(Said.ADA, "/alert list"));
    same("silences-none", said.to(Said.ADA, "/alert silences"));
    fire("disk_full");
    fire("cpu");
    same("alerts", said.to(Said.ADA, "/alert list"));
    same("alert", said.to(Said.ADA, "/alert show 1"));

    same("silence", said.to(Said.ADA, "/alert silence alertname=disk_full 2h Being swapped"));
    said.to(Said.ADA, "/alert silence service=api 4h Being moved");
    fire("late_one");
    same("silences", said.to(Said.ADA, "/alert silences"));
    same("alerts-silenced", said.to(Said.ADA, "/alert list silenced"));
    same("post-silenced", post(1));
    same("unsilence-asks", said.to(Said.ADA, "/alert unsilence 2"));
    same("unsilence", said.to(Said.ADA, "/alert unsilence 1"));
    same("silences-past", said.to(Said.ADA, "/alert silences past"));
  }

  @Test
  void incidents_that_rest() throws IOException {
    fire("disk_full");
    said.to(Said.ADA, "/incident ack 1");
    same("snooze", said.to(Said.ADA, "/incident snooze 1 2h Waits for the vendor"));
    same("post-snoozed", post(1));
  }

  private void fire(String title) {
    clock.advance(Duration.ofMinutes(1));
    intake.take(List.of(Webhooks.firing(title, clock.instant(), clock.instant())));
  }

  private Message post(long number) {
    return IncidentPost.render(replica.incidents().find(new IncidentId(number)).orElseThrow());
  }

  private static void same(String name, Message message) throws IOException {
    Golden.message(name, message);
  }
}
