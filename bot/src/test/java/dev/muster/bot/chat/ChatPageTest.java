package dev.muster.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatPageTest {

  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private static final String HOSTILE = "<img src=x onerror=alert(1)> <!channel> @everyone \"'&";
  private static final String ESCAPED = "&lt;img src=x onerror=alert(1)&gt; &lt;!channel&gt;";

  private ChatServer server;

  @BeforeEach
  void start() {
    server = new ChatServer(InstantSource.fixed(NOON), true, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shows_an_incident_with_its_word_shape_reference_time_and_buttons() {
    server.incidents.open(CanonicalSeverity.CRITICAL, "database_down", "No answer.", "learnhub-db");

    var page = Browserless.as("devops", server).get("/chat").body();

    assertThat(page)
        .contains("<svg class=\"mark critical\"", "CRITICAL · database_down · learnhub-db")
        .contains("<span class=\"reference\">#1042</span>")
        .contains("<time datetime=\"2026-11-21T09:00:00Z\"")
        .contains("title=\"Saturday 21 November 2026, 12:00:00 East Africa Time\"")
        .contains(">12:00 EAT<span class=\"ago\">, just now</span></time> · 1 alert")
        .contains("value=\"/incident ack #1042\"", ">Acknowledge</button>");
  }

  @Test
  void shows_what_others_wrote_as_text_wherever_it_stands() {
    var blocks =
        List.<Block>of(
            Message.heading(Block.Mark.HIGH, HOSTILE, HOSTILE),
            Block.line(
                Span.text(HOSTILE),
                Span.strong(HOSTILE),
                Span.code(HOSTILE),
                new Span.Link(HOSTILE, "https://a.example/\"onclick=\"x")),
            new Block.Fields(List.of(new Block.Field(HOSTILE, HOSTILE))),
            new Block.Buttons(List.of(Block.Button.primary(HOSTILE, HOSTILE))));
    server.chat.post("incidents", new Message(HOSTILE, blocks));

    var page = Browserless.as("devops", server).get("/chat").body();

    assertThat(page).contains(ESCAPED).doesNotContain("<img src=x", "<!channel>", "onclick=\"x");
  }

  @Test
  void shows_as_links_only_addresses_of_the_web() {
    var line =
        Block.line(
            new Span.Link("good", "https://runbooks.example/db?a=1&b=2"),
            new Span.Link("script", "javascript:alert(1)"),
            new Span.Link("data", "data:text/html,x"),
            new Span.Link("nowhere", "//evil.example/"));
    server.chat.post("incidents", Message.of("links", line));

    var page = Browserless.as("devops", server).get("/chat").body();

    assertThat(page)
        .contains("href=\"https://runbooks.example/db?a=1&amp;b=2\" rel=\"noopener noreferrer\"")
        .doesNotContain("javascript:", "data:text", "href=\"//");
  }

  @Test
  void says_what_an_empty_channel_is_for_and_how_to_send_a_first_alert() {
    var page = Browserless.as("devops", server).get("/chat?channel=general").body();

    assertThat(page)
        .contains("Nothing has happened here yet")
        .contains("curl " + server.address() + "/v1/alerts/alertmanager")
        .contains("Authorization: Bearer demo");
  }

  @Test
  void leads_back_from_a_channel_and_a_thread_that_are_not_there() {
    var devops = Browserless.as("devops", server);

    var channel = devops.get("/chat?channel=%3Cnowhere%3E");
    var thread = devops.get("/chat?channel=incidents&thread=99");

    assertThat(channel.statusCode()).isEqualTo(404);
    assertThat(channel.body())
        .contains("There is no channel #&lt;nowhere&gt;", "href=\"/chat?channel=incidents\"");
    assertThat(thread.statusCode()).isEqualTo(404);
    assertThat(thread.body()).contains("There is no such thread", "Back to #incidents");
  }

  @Test
  void opens_a_thread_by_its_root_by_a_reply_and_from_another_channel() {
    var root = server.chat.post("incidents", Message.of("the root"));
    var reply = server.chat.reply(root, Message.of("the reply"));
    var devops = Browserless.as("devops", server);
    var address = "/chat?channel=incidents&thread=" + root;

    var open = devops.get(address);
    var byReply = devops.get("/chat?channel=incidents&thread=" + reply);
    var elsewhere = devops.get("/chat?channel=general&thread=" + root);

    assertThat(open.body()).contains("data-kind=\"open\"", "the reply", "1 reply");
    assertThat(List.of(byReply, elsewhere))
        .allSatisfy(
            moved -> assertThat(moved.headers().map()).containsEntry("location", List.of(address)));
  }

  @Test
  void hints_at_what_may_be_typed_in_words_that_fit_on_a_phone() {
    var page = Browserless.as("devops", server).get("/chat?channel=incidents").body();

    assertThat(page)
        .contains("placeholder=\"Message or /command\"")
        .contains(">Message #incidents or type / for a command</label>");
  }

  @Test
  void pages_through_older_messages() {
    for (var number = 1; number <= 45; number++) {
      server.chat.post("general", Message.of("number " + number + "."));
    }
    var devops = Browserless.as("devops", server);

    var newest = devops.get("/chat?channel=general").body();
    var older = devops.get("/chat?channel=general&before=6").body();

    assertThat(newest)
        .contains("number 45.", "number 6.", "href=\"/chat?channel=general&amp;before=6\"")
        .doesNotContain("number 5.");
    assertThat(older).contains("number 5.", "Go to the newest").doesNotContain("number 6.");
  }

  @Test
  void says_that_an_address_leads_nowhere_instead_of_starting_over() {
    var page = Browserless.as("devops", server).get("/chat?channel=general&before=banana");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("There is no such page", "Open the newest");
  }

  @Test
  void shows_nothing_of_the_database_that_is_away_but_says_so() {
    server.chat.isAway(true);

    var page = Browserless.as("devops", server).get("/chat");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Refresh")).hasValue("5");
    assertThat(page.body())
        .contains("The database is away", "href=\"\">Try again</a>")
        .doesNotContain("StoreUnavailable");
  }

  @Test
  void offers_the_commands_that_the_person_may_run() {
    var form = "/chat/complete?text=";

    var devops = Browserless.as("devops", server).inPage();
    var cto = Browserless.as("cto", server).inPage();

    assertThat(devops.get(form + "%2Fincident").body()).contains("/incident ack", "/incident list");
    assertThat(cto.get(form + "%2Fincident").body())
        .contains("/incident list")
        .doesNotContain("/incident ack");
    assertThat(devops.get(form + "%2Fack").body()).contains("data-value=\"/incident ack \"");
    assertThat(devops.get(form + "%2Fmuster%20res").body()).contains("/incident resolve");
    assertThat(devops.get(form + "hello").body()).isBlank();
  }
}
