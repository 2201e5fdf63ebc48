package dev.muster.integrations.postgres.work;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A replica in a JVM of its own that stops in the middle of its first post, {@link When} the test
 * says, and waits there to be killed.
 */
final class DoomedReplica implements AutoCloseable {

  private static final String STOPPED = "stopped in the middle";

  private final Process process;

  private DoomedReplica(Process process) {
    this.process = process;
  }

  /** Where in a post it stops. */
  enum When {
    BEFORE_THE_POST_IS_THERE,
    AFTER_THE_POST_IS_THERE
  }

  static DoomedReplica start(DatabaseAddress address, When when) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            DoomedReplica.class.getName(),
            address.jdbcUrl(),
            when.name());
    return new DoomedReplica(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  void awaitStopped() throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = reader.readLine();
    while (line != null && !line.equals(STOPPED)) {
      line = reader.readLine();
    }
    if (line == null) {
      throw new AssertionError("the replica ended by itself");
    }
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) {
    var address = DatabaseAddress.parse(arguments[0]);
    var when = When.valueOf(arguments[1]);
    var clock = InstantSource.system();
    var replica = TestReplica.on(address, clock, List.of(PostgresChat.PLATFORM));
    TestWorker.start(replica, new Stopping(new PostgresChat(replica.database(), clock), when));
    new Gate().pass();
  }

  private record Stopping(Chat chat, When when) implements Chat {
    @Override
    public String platform() {
      return chat.platform();
    }

    @Override
    public PostRef post(String channel, Once once, long version, Message message) {
      if (when == When.AFTER_THE_POST_IS_THERE) {
        chat.post(channel, once, version, message);
      }
      System.out.println(STOPPED);
      new Gate().pass();
      throw new AssertionError("was not killed");
    }

    @Override
    public void edit(PostRef post, long version, Message message) {
      throw new AssertionError("edited");
    }

    @Override
    public PostRef reply(PostRef root, Once once, Message message) {
      throw new AssertionError("replied");
    }
  }
}
