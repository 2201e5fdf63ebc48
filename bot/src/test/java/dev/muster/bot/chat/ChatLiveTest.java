package dev.muster.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.LiveUpdates.Update;
import dev.muster.commands.chat.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatLiveTest {

  private ChatServer server;

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.system(), true, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tells_ids_of_what_was_posted_edited_and_answered_in_the_channel() throws Exception {
    var lines = listen("/live?channel=general");

    var root = server.chat.post("general", Message.of("secret words"));
    var reply = server.chat.reply(root, Message.of("more"));
    server.chat.edit(root, Message.of("other words"));

    await()
        .untilAsserted(() ->
            assertThat(lines)
                .containsSubsequence("data: " + root, "data: " + reply + " " + root, "data: 1"));
    assertThat(lines).noneMatch(line -> line.contains("words"));
  }

  @Test
  void tells_of_other_channels_only_that_something_new_is_there() throws Exception {
    var lines = listen("/live?channel=general");

    var root = server.chat.post("deployments", Message.of("out"));
    server.chat.reply(root, Message.of("thanks"));
    server.chat.tell(new Update.Missed());

    await().untilAsserted(() -> assertThat(lines).contains("event: missed"));
    assertThat(lines)
        .containsSubsequence("event: elsewhere", "data: " + root + " deployments")
        .doesNotContain("event: changed");
  }

  @Test
  void drops_what_a_slow_reader_has_no_room_for_and_says_so() throws Exception {
    try (var slow = new Socket("127.0.0.1", server.port())) {
      slow.setReceiveBufferSize(1024);
      ask(slow.getOutputStream());
      var in = slow.getInputStream();
      assertThat(in.readNBytes(15)).asString(StandardCharsets.US_ASCII).contains("200");

      var update = new Update.MessageChanged("general", 123_456_789_012_345L, Optional.empty());
      for (var number = 0; number < 300_000; number++) {
        server.chat.tell(update);
      }

      var text = new StringBuilder();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            text.append(
                new String(in.readNBytes(Math.max(1, in.available())), StandardCharsets.US_ASCII));
            return text.indexOf("event: missed") >= 0;
          });
      assertThat(text.length()).isLessThan(300_000 * 20);
    }
  }

  @Test
  void ends_streams_and_its_own_subscription_when_it_is_closed() throws Exception {
    var lines = listen("/live?channel=general");
    assertThat(server.chat.listeners()).isEqualTo(1);

    server.closeChat();

    assertThat(server.chat.listeners()).isZero();
    await().until(() -> lines.contains("(end)"));
  }

  private List<String> listen(String path) throws Exception {
    var response = Browserless.as("devops", server).listen(path);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    var lines = new CopyOnWriteArrayList<String>();
    Thread.ofVirtual()
        .start(() -> {
          try (var body = response.body()) {
            body.forEach(lines::add);
          } finally {
            lines.add("(end)");
          }
        });
    await().until(() -> lines.contains(": open"));
    return lines;
  }

  private static void ask(OutputStream out) throws IOException {
    var request =
        "GET /live?channel=general HTTP/1.1\r\nHost: x\r\nCookie: muster-as=devops\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
