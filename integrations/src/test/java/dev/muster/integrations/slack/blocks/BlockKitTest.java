package dev.muster.integrations.slack.blocks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.fake.blocks.Surface;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BlockKitTest {

  private static final String HOSTILE =
      "<!channel> *bold* _x_ ~y~ `z` & <https://evil|click> :fire:";

  @Test
  void nothing_in_a_text_becomes_markup() {
    var message = Message.of(HOSTILE, Block.line(HOSTILE), fields(HOSTILE));
    assertThat(Kit.KIT.message(message).text())
        .isEqualTo("&lt;!channel&gt; *bold* _x_ ~y~ `z` &amp; &lt;https://evil|click&gt; :fire:");
    var elements = Kit.blocks(message).get(0).at("/elements/0/elements");
    assertThat(elements.valueStream().map(it -> it.path("type").asString())).containsOnly("text");
    assertThat(elements.get(0).path("text").asString()).isEqualTo(HOSTILE);
  }

  @Test
  void no_block_has_text_that_slack_would_read_as_markup() {
    var heading = Message.heading(Block.Mark.CRITICAL, HOSTILE, "#1");
    var button = new Button(HOSTILE, "/x", true, Optional.of(HOSTILE));
    var blocks = Kit.blocks(Message.of("x", heading, buttons(button), Block.line(HOSTILE)));
    assertThat(blocks.toString()).doesNotContain("mrkdwn");
    assertThat(blocks.findValuesAsString("emoji")).containsOnly("false");
  }

  @Test
  void a_long_message_says_how_much_more_there_is() {
    var blocks =
        IntStream.range(0, 132)
            .<Block>mapToObj(number -> buttons(Button.of("Do " + number, "/x " + number)))
            .toList();
    var message = new Message("many", blocks);
    var shown = Kit.blocks(message);
    assertThat(shown.size()).isEqualTo(50);
    assertThat(shown.get(49).toString()).contains("and 83 more");
    assertThat(Kit.view(message).get(99).toString()).contains("and 33 more");
  }

  @Test
  void many_lines_share_blocks_until_there_are_too_many() {
    var lines = IntStream.range(0, 514).<Block>mapToObj(_ -> Block.line("x".repeat(39))).toList();
    var blocks = Kit.blocks(new Message("many", lines));
    assertThat(blocks.size()).isEqualTo(5);
    assertThat(blocks.get(4).toString()).contains("and 214 more");
  }

  @Test
  void a_long_heading_keeps_its_reference_and_stands_below_in_full() {
    var title = "database ".repeat(30).strip();
    var blocks = Kit.blocks(Message.of("x", Message.heading(Block.Mark.HIGH, title, "#1042")));
    assertThat(blocks.get(0).at("/text/text").asString())
        .startsWith("🔺 data")
        .endsWith("…  #1042");
    assertThat(blocks.get(1).toString()).contains(title);
  }

  @Test
  void what_is_too_long_for_a_button_is_words_to_type() {
    var command = "/alert find " + "x".repeat(2_000);
    var blocks = Kit.blocks(Message.of("x", buttons(Button.of("Find", command))));
    assertThat(blocks.get(0).path("type").asString()).isEqualTo("rich_text");
    assertThat(blocks.toString()).contains("Find: type ");
  }

  @Test
  void buttons_of_one_message_have_ids_of_their_own() {
    var row = buttons(Button.of("A", "/a"), Button.primary("B", "/b"));
    var ids = Kit.blocks(Message.of("x", row, row)).findValuesAsString("action_id");
    assertThat(ids).doesNotHaveDuplicates().hasSize(4).allMatch(Buttons.ACTION.asMatchPredicate());
  }

  @Test
  void a_time_is_the_readers_own_with_words_where_it_cannot_be() {
    var time = Span.time(Instant.parse("2026-11-21T11:32:00Z"));
    var element = Kit.blocks(Message.of("x", Block.line(time))).at("/0/elements/0/elements/0");
    assertThat(element.path("type").asString()).isEqualTo("date");
    assertThat(element.path("timestamp").asLong()).isEqualTo(1_795_260_720L);
    assertThat(element.path("fallback").asString()).isEqualTo("21 Nov 14:32 EAT");
  }

  @Test
  void only_web_addresses_are_links() {
    var good = new Span.Link("graph", "https://grafana.example/d?a=1&b=2");
    var bad = new Span.Link("graph", "javascript:alert(1)");
    var elements = Kit.blocks(Message.of("x", Block.line(good, bad))).at("/0/elements/0/elements");
    assertThat(elements.valueStream().map(it -> it.path("type").asString()))
        .containsExactly("link", "text");
  }

  @Test
  void the_buttons_of_a_list_stand_below_it() {
    var rows =
        IntStream.range(0, 30)
            .<Block>mapToObj(number -> {
              var show = Button.of("Show " + number, "/x " + number);
              return new Block.Row(List.of(Span.text("row " + number)), show);
            })
            .toList();
    var blocks = Kit.blocks(new Message("list", rows));
    assertThat(blocks.valueStream().map(it -> it.path("type").asString()))
        .containsExactly("rich_text", "actions", "rich_text", "actions");
    assertThat(blocks.get(1).path("elements").size()).isEqualTo(25);
    assertThat(blocks.get(3).toString()).contains("/x 29");
  }

  @Test
  void an_empty_message_still_has_a_text() {
    assertThat(Kit.KIT.message(new Message(" ", List.of())).text()).isEqualTo("Muster");
  }

  @Test
  void whatever_is_said_slack_takes_it() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    for (var round = 0; round < 300; round++) {
      var message = anything(random);
      assertThat(Kit.problems(Kit.blocks(message), Surface.MESSAGE)).as("seed %d", seed).isEmpty();
      assertThat(Kit.problems(Kit.view(message), Surface.MODAL)).as("seed %d", seed).isEmpty();
      var text = Kit.KIT.message(message).text();
      assertThat(text.codePointCount(0, text.length())).as("seed %d", seed).isBetween(1, 4_000);
      assertThat(longest(Kit.blocks(message))).as("seed %d", seed).isLessThanOrEqualTo(3_000);
    }
  }

  private static int longest(JsonNode blocks) {
    return blocks.findValues("text").stream()
        .filter(JsonNode::isString)
        .mapToInt(text -> text.asString().length())
        .max()
        .orElse(0);
  }

  private static Message anything(Random random) {
    var blocks = new ArrayList<Block>();
    for (var left = random.nextInt(160); left > 0; left--) {
      blocks.add(block(random));
    }
    return new Message(text(random), blocks);
  }

  private static Block block(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Block.Heading(Block.Mark.HIGH, text(random), Optional.of(text(random)));
      case 1 -> buttons(new Button(text(random), text(random), true, Optional.of(text(random))));
      case 2 -> fields(text(random));
      case 3 ->
          new Block.Row(List.of(Span.text(text(random))), Button.of(text(random), text(random)));
      default ->
          Block.line(
              Span.text(text(random)), Span.code(text(random)), new Span.Link(text(random), "x"));
    };
  }

  private static String text(Random random) {
    var length = random.nextInt(10) == 0 ? random.nextInt(5_000) : random.nextInt(80);
    var letters = new String[] {"x", " ", "\n", "<", "&", "😀", "é"};
    return random.ints(length, 0, letters.length).mapToObj(at -> letters[at]).collect(joining());
  }

  private static Block.Fields fields(String value) {
    return new Block.Fields(List.of(new Block.Field("name", value)));
  }

  private static Block.Buttons buttons(Button... buttons) {
    return new Block.Buttons(List.of(buttons));
  }

  @Test
  void who_is_known_in_slack_is_pointed_to_and_anybody_else_named_in_one_piece() {
    var line =
        Block.line(
            Span.text("given to "),
            new Span.Mention(new PersonId("devops"), "DevOps Engineer"),
            Span.text(" by "),
            new Span.Mention(new PersonId("guest"), "Guest"),
            Span.text("."));
    var kit =
        new BlockKit(
            ZoneOffset.UTC,
            person -> person.value().equals("devops") ? Optional.of("U01AAAA") : Optional.empty());

    var elements =
        Kit.json(kit.message(Message.of("x", line)).blocks()).at("/0/elements/0/elements");

    assertThat(elements.at("/0/text").asString()).isEqualTo("given to ");
    assertThat(elements.at("/1/type").asString()).isEqualTo("user");
    assertThat(elements.at("/1/user_id").asString()).isEqualTo("U01AAAA");
    assertThat(elements.at("/2/text").asString()).isEqualTo(" by Guest.");
    assertThat(elements.size()).isEqualTo(3);
  }
}
