package dev.muster.integrations.slack;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.StoppingChat;
import dev.muster.integrations.testing.StoppingChat.When;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A replica with the built-in chat and Slack, to be killed in the middle of a call of Slack. */
final class DoomedSlackReplica {

  static final List<String> PLATFORMS = List.of(PostgresChat.PLATFORM, SlackChat.PLATFORM);

  private DoomedSlackReplica() {}

  static DoomedProcess start(DatabaseAddress address, FakeSlack slack, Place place, When when)
      throws IOException {
    return DoomedProcess.start(
        DoomedSlackReplica.class,
        address.jdbcUrl(),
        slack.tokens().bot().secret(),
        slack.apiUrl(),
        place.id(),
        when.name());
  }

  static SlackChat chat(SlackApi api, String place, InstantSource clock) {
    return new SlackChat(api, _ -> Optional.of(place), () -> new BlockKit(ZoneOffset.UTC), clock);
  }

  public static void main(String[] arguments) {
    var clock = InstantSource.system();
    var replica = TestReplica.on(DatabaseAddress.parse(arguments[0]), clock, PLATFORMS);
    var api = new SlackApi(new SlackAccess(arguments[1], arguments[2]), clock);
    var slack = chat(api, arguments[3], clock);
    TestWorker.start(
        replica,
        new PostgresChat(replica.database(), clock),
        new StoppingChat(slack, When.valueOf(arguments[4])));
    new Gate().pass();
  }
}
