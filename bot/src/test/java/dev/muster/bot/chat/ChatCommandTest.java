package dev.muster.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStatus;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatCommandTest {

  private ChatServer server;
  private Browserless devops;
  private long post;

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.system(), true, 0);
    devops = Browserless.as("devops", server).inPage();
    post = server.incidents.open(CanonicalSeverity.HIGH, "slow", "p95 is 4 s.", "learnhub-api");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void acknowledges_by_button_and_answers_the_clicker_alone() {
    var answer = click(devops, "/incident ack 1042");

    assertThat(answer.headers().firstValue("Muster-Part")).hasValue("answer");
    assertThat(answer.body()).contains("Only you see this", "You have #1042");
    assertThat(status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
    assertThat(server.chat.thread(post, 9)).hasSize(1);
  }

  @Test
  void runs_what_is_typed_in_a_thread_on_that_threads_incident() {
    var answer = type(devops, "/incident ack", Long.toString(post));

    assertThat(answer.body()).contains("You have #1042");
    assertThat(status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
  }

  @Test
  void offers_the_nearest_command_as_a_button_that_works_where_it_stands() {
    var answer = type(devops, "/incident ak", Long.toString(post));

    assertThat(answer.headers().firstValue("Muster-Part")).hasValue("mistake");
    assertThat(answer.body())
        .contains("Yes, do it", "name=\"command\" value=\"/incident ack\"")
        .contains("name=\"thread\" value=\"" + post + "\"")
        .contains("hx-target=\"closest .answer-slot\"");
  }

  @Test
  void refuses_what_the_person_may_not_do() {
    var answer = click(Browserless.as("cto", server).inPage(), "/incident ack 1042");

    assertThat(answer.body()).contains("It needs role responder");
    assertThat(status()).isEqualTo(IncidentStatus.TRIGGERED);
  }

  @Test
  void a_line_that_is_a_button_says_what_a_click_does() {
    assertThat(type(devops, "/incident list", "").body())
        .contains("value=\"/incident show #1042\"", "<span class=\"lead-verb\">Show</span>");
  }

  @Test
  void says_other_words_in_the_channel_and_answers_with_the_message() {
    var said = type(devops, "all good <b>here</b>\0 @everyone", "");

    assertThat(said.headers().firstValue("Muster-Part")).hasValue("message");
    assertThat(said.body())
        .contains("DevOps Engineer", "all good &lt;b&gt;here&lt;/b&gt; @everyone");
  }

  @Test
  void says_words_in_a_thread_only_where_there_is_one() {
    var here = type(devops, "looking", Long.toString(post));
    var nowhere = type(devops, "looking", "99");

    assertThat(here.statusCode()).isEqualTo(200);
    assertThat(server.chat.thread(post, 9)).hasSize(1);
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body()).contains("Your text is kept");
  }

  @Test
  void says_calmly_that_the_database_is_away() {
    server.chat.isAway(true);

    var answer = type(devops, "is anybody there?", "");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body())
        .contains("The database is away. Nothing was done; your text is kept.");
  }

  @Test
  void claims_nothing_when_the_database_was_lost_during_the_commit() {
    server.chat.isLostDuringCommits();

    var part = type(devops, "is anybody there?", "");
    var page = Browserless.as("devops", server).post("/chat/send", form("", "text", "hello"));

    assertThat(List.of(part, page))
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(503);
          assertThat(answer.headers().map()).doesNotContainKeys("refresh", "retry-after");
          assertThat(answer.body())
              .contains("It may have been done: look before you repeat it.")
              .doesNotContain("Nothing was done", "Not done");
        });
    assertThat(part.body()).contains("Your text is kept.");
  }

  @Test
  void asks_a_buttons_question_on_a_page_where_no_script_could() {
    var plain = Browserless.as("devops", server);
    var form = new HashMap<>(form("", "command", "/incident resolve 1042 confirm"));
    form.put("confirm", "Resolve #1042 although 1 alert still fires?");

    var asked = plain.post("/chat/run", form);
    var before = status();
    form.remove("confirm");
    var done = plain.post("/chat/run", form);

    assertThat(asked.body()).contains("<!doctype html>", "although 1 alert", "Yes, do it");
    assertThat(before).isEqualTo(IncidentStatus.TRIGGERED);
    assertThat(done.body()).contains("<!doctype html>", "Resolved #1042", "Back to #incidents");
    assertThat(status()).isEqualTo(IncidentStatus.RESOLVED);
  }

  @Test
  void refuses_what_is_too_long_or_said_nowhere() {
    var far = new HashMap<>(form("", "text", "hello"));
    far.put("channel", "nowhere");

    assertThat(type(devops, "x".repeat(5_000), "").statusCode()).isEqualTo(413);
    assertThat(type(devops, "x".repeat(50_000), "").statusCode()).isEqualTo(413);
    assertThat(type(devops, "   ", "").statusCode()).isEqualTo(400);
    assertThat(devops.post("/chat/send", far).statusCode()).isEqualTo(404);
  }

  @Test
  void shows_one_message_by_itself() {
    var id = server.chat.post("general", Message.of("hello"));

    assertThat(devops.get("/chat/messages/" + id).body())
        .startsWith("<article")
        .contains("hello", "data-message=\"" + id + "\"");
    assertThat(devops.get("/chat/messages/99").statusCode()).isEqualTo(404);
    assertThat(devops.get("/chat/messages/none").statusCode()).isEqualTo(404);
  }

  private IncidentStatus status() {
    return server.incidents.find(new IncidentId(1042)).orElseThrow().state().status();
  }

  private static HttpResponse<String> click(Browserless person, String command) {
    return person.post("/chat/run", form("", "command", command));
  }

  private static HttpResponse<String> type(Browserless person, String text, String thread) {
    return person.post("/chat/send", form(thread, "text", text));
  }

  private static Map<String, String> form(String thread, String name, String value) {
    return Map.of("channel", "incidents", "thread", thread, name, value);
  }
}
