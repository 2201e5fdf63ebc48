package dev.muster.integrations.postgres.work;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.StoppingChat;
import dev.muster.integrations.testing.StoppingChat.When;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** A replica with the built-in chat, to be killed in the middle of its work. */
final class DoomedReplica {

  private DoomedReplica() {}

  static DoomedProcess start(DatabaseAddress address, When when) throws IOException {
    return DoomedProcess.start(DoomedReplica.class, address.jdbcUrl(), when.name());
  }

  public static void main(String[] arguments) {
    var address = DatabaseAddress.parse(arguments[0]);
    var when = When.valueOf(arguments[1]);
    var clock = InstantSource.system();
    var replica = TestReplica.on(address, clock, List.of(PostgresChat.PLATFORM));
    TestWorker.start(replica, new StoppingChat(new PostgresChat(replica.database(), clock), when));
    new Gate().pass();
  }
}
