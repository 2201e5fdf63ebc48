package dev.muster.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormsTest {

  private static final Pattern BEFORE =
      Pattern.compile("name=\"(was\\.[^\"]+)\" value=\"([^\"]*)\"");

  private ChatServer server;
  private Browserless devops;

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.system(), true, 0);
    devops = Browserless.as("devops", server).inPage();
    server.incidents.open(CanonicalSeverity.HIGH, "slow", "p95 is 4 s.", "learnhub-api");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> type(Browserless who, String text) {
    return who.post("/chat/send", Map.of("channel", "incidents", "text", text));
  }

  private HttpResponse<String> send(Browserless who, String command, Map<String, String> fields) {
    var form = new HashMap<>(fields);
    form.put("channel", "incidents");
    form.put("command", command);
    return who.post("/chat/form", form);
  }

  private Incident incident(long id) {
    return server.incidents.find(new IncidentId(id)).orElseThrow();
  }

  private static String part(HttpResponse<String> answer) {
    return answer.headers().firstValue("Muster-Part").orElse("");
  }

  @Test
  void a_command_that_lacks_something_is_answered_with_a_form_of_what_was_typed() {
    var answer = type(devops, "/incident declare Checkout <b>down</b>");

    assertThat(part(answer)).isEqualTo("form");
    assertThat(answer.body())
        .contains("<dialog", "value=\"Checkout &lt;b&gt;down&lt;/b&gt;\"")
        .contains("name=\"f.severity\" value=\"critical\"")
        .doesNotContain("aria-invalid");
  }

  @Test
  void what_there_is_not_cannot_be_chosen() {
    var answer = type(devops, "/incident role 1042 boss me");

    assertThat(part(answer)).isEqualTo("form");
    assertThat(answer.body())
        .contains("There is no role", "name=\"f.role\" value=\"scribe\"")
        .doesNotContain("value=\"boss\"");
  }

  @Test
  void a_form_does_what_could_have_been_typed() {
    var answer =
        send(
            devops,
            "/incident declare",
            Map.of("f.title", "Checkout down", "f.severity", "High", "f.summary", "a\r\nb"));

    assertThat(part(answer)).isEqualTo("answer");
    assertThat(answer.body()).contains("Declared #");
    var declared = incident(1043);
    assertThat(declared.headline().title()).isEqualTo("Checkout down");
    assertThat(declared.headline().summary()).contains("a\nb");
  }

  @Test
  void every_bad_field_is_marked_and_nothing_typed_is_lost() {
    var answer =
        send(
            devops,
            "/incident declare",
            Map.of("f.title", "Checkout down", "f.etr", "banana", "f.affected-users", "many"));

    assertThat(part(answer)).isEqualTo("form");
    assertThat(answer.body())
        .contains("value=\"Checkout down\"", "value=\"banana\"", "value=\"many\"")
        .containsPattern(
            "name=\"f.etr\"[^>]*aria-invalid=\"true\" aria-describedby=\"[^\"]+-etr-problem\"")
        .contains("I can&#39;t read the time", "is no whole number", "This is needed.");
    assertThat(server.incidents.find(new IncidentId(1043))).isEmpty();
  }

  @Test
  void who_may_not_gets_a_denial_and_no_form() {
    var cto = Browserless.as("cto", server).inPage();

    assertThat(part(type(cto, "/incident declare"))).isEqualTo("mistake");
    var answer = send(cto, "/incident edit #1042", Map.of("f.title", "mine"));

    assertThat(answer.body()).contains("It needs role responder");
    assertThat(incident(1042).headline().title()).isEqualTo("slow");
  }

  @Test
  void an_edit_sends_only_what_was_changed() {
    var opened = type(devops, "/incident edit 1042").body();
    assertThat(opened)
        .contains("name=\"f.title\" value=\"slow\"", "name=\"was.title\" value=\"slow\"");
    type(Browserless.as("backend", server).inPage(), "/incident edit 1042 title:\"API is slow\"");

    var form = before(opened);
    form.put("f.title", "slow");
    form.put("f.services", "learnhub-api, web");
    form.put("f.root-cause", "A query");
    var answer = send(devops, "/incident edit #1042", form);

    assertThat(part(answer)).isEqualTo("answer");
    assertThat(incident(1042).headline().title()).isEqualTo("API is slow");
    assertThat(incident(1042).headline().services()).containsExactly("learnhub-api", "web");
    assertThat(incident(1042).details().findings().rootCause()).contains("A query");
  }

  @Test
  void who_changes_what_somebody_else_has_changed_since_sees_it_first() {
    var form = before(type(devops, "/incident edit 1042").body());
    type(Browserless.as("backend", server).inPage(), "/incident edit 1042 title:\"API is slow\"");
    form.put("f.title", "Database is slow");

    var asked = send(devops, "/incident edit #1042", form);
    assertThat(part(asked)).isEqualTo("form");
    assertThat(asked.body())
        .contains("Meanwhile somebody changed this to “API is slow”", "value=\"Database is slow\"");
    assertThat(incident(1042).headline().title()).isEqualTo("API is slow");
    var again = before(asked.body());
    again.put("f.title", "Database is slow");

    assertThat(part(send(devops, "/incident edit #1042", again))).isEqualTo("answer");
    assertThat(incident(1042).headline().title()).isEqualTo("Database is slow");
  }

  @Test
  void a_question_is_an_answer_to_click_and_keeps_what_was_filled_in() {
    var answer = send(devops, "/incident resolve #1042", Map.of("f.root-cause", "A query"));

    assertThat(part(answer)).isEqualTo("answer");
    assertThat(answer.body())
        .contains("Resolve all the same")
        .contains("value=\"/incident resolve #1042 confirm root-cause:&quot;A query&quot;\"");
    assertThat(incident(1042).isOpen()).isTrue();
  }

  @Test
  void a_title_cannot_be_taken_away() {
    var form = before(type(devops, "/incident edit 1042").body());
    form.put("f.title", "");
    form.put("f.summary", "");

    var answer = send(devops, "/incident edit #1042", form);

    assertThat(part(answer)).isEqualTo("form");
    assertThat(answer.body()).contains("an incident needs one.");
    form.put("f.title", "slow");
    send(devops, "/incident edit #1042", form);
    assertThat(incident(1042).headline().title()).isEqualTo("slow");
    assertThat(incident(1042).headline().summary()).isEmpty();
  }

  @Test
  void without_a_script_a_page_asks_and_answers() {
    var plain = Browserless.as("devops", server);

    var page = type(plain, "/incident note 1042");
    assertThat(page.body()).contains("<!doctype html>", "action=\"/chat/form\"", "name=\"f.text\"");
    var answer = send(plain, "/incident note #1042", Map.of("f.text", "looked"));

    assertThat(answer.body()).contains("Noted in #1042.", "Back to #incidents");
  }

  private static Map<String, String> before(String html) {
    var values = new HashMap<String, String>();
    var before = BEFORE.matcher(html);
    while (before.find()) {
      values.put(before.group(1), before.group(2));
    }
    return values;
  }
}
