package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.delivery.HttpDelivery;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.fake.people.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What two people play in a shop's Slack, which fails the test on whatever nobody took. */
abstract class SlackStory {

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path home;
  @AutoClose final SlackShop shop = SlackShop.open();
  final FakeSlack slack = shop.slack();
  final Place incidents = shop.incidents();
  final Person ada = shop.ada();
  final Person bob = shop.bob();

  /** Slack brings what is done there to this one from now on, signed. */
  final HttpDelivery hear(MusterProcess muster) {
    var way = slack.http(muster.url().resolve("/slack/events"));
    assertThat(way.isVerified()).isTrue();
    return way;
  }

  /** The post of the first incident, which somebody has declared and acknowledged. */
  final Post anIncident() {
    ada.slash("/incident", "declare Checkout is down severity:high").in(incidents);
    ada.takeEphemeral("Declared #1");
    var root = incidents.takeMessage("Checkout is down").anyNumberOfEdits();
    // An edit shows that Muster knows where its message is, and so whose thread that is.
    ada.on(root).press("Acknowledge");
    root.takeReply("has it");
    root.awaitWords("ACKNOWLEDGED");
    return root;
  }

  /** Has a runbook among its files. */
  final void knows(String name, String runbook) throws IOException {
    var folder = Files.createDirectories(home.resolve("runbooks"));
    Files.writeString(folder.resolve(name + ".yaml"), runbook);
  }
}
