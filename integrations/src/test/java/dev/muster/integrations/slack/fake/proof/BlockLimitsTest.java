package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.slack.api.methods.MethodsClient;
import dev.muster.integrations.slack.fake.FakeSlack;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit at its edge: what just fits is taken, one more is refused with its pointer. */
class BlockLimitsTest {

  private static final String SECTION = "{'type':'section','text':{'type':'mrkdwn','text':'%s'}}";
  private static final String HEADER = "{'type':'header','text':{'type':'plain_text','text':'%s'}}";
  private static final String BUTTON =
      "{'type':'actions','elements':[{'type':'button','action_id':'%s','value':'%s',"
          + "'text':{'type':'plain_text','text':'%s'}}]}";

  @AutoClose private final FakeSlack slack = FakeSlack.start();
  private final MethodsClient client = SlackClient.bot(slack);

  static Stream<Arguments> limits() {
    return Stream.of(
        arguments(many(50, "{'type':'divider'}"), many(51, "{'type':'divider'}"), "/blocks"),
        arguments(SECTION.formatted(x(3000)), SECTION.formatted(x(3001)), "/blocks/0/text/text"),
        arguments(fields(10, 2000), fields(11, 2000), "/blocks/0/fields"),
        arguments(fields(10, 2000), fields(10, 2001), "/blocks/0/fields/0/text"),
        arguments(HEADER.formatted(x(150)), HEADER.formatted(x(151)), "/blocks/0/text/text"),
        arguments(
            HEADER.formatted("a"),
            HEADER.formatted("a").replace("plain_text", "mrkdwn"),
            "/blocks/0/text/type"),
        arguments(button(1, 1, 75), button(1, 1, 76), "/blocks/0/elements/0/text/text"),
        arguments(button(1, 2000, 1), button(1, 2001, 1), "/blocks/0/elements/0/value"),
        arguments(button(255, 1, 1), button(256, 1, 1), "/blocks/0/elements/0/action_id"),
        arguments(buttons(25), buttons(26), "/blocks/0/elements"),
        arguments(select(100, 75), select(101, 75), "/blocks/0/elements/0/options"),
        arguments(select(1, 75), select(1, 76), "/blocks/0/elements/0/options/0/text/text"),
        arguments(named("a", "b"), named("a", "a"), "/blocks/1/block_id"),
        arguments(named("a", x(255)), named("a", x(256)), "/blocks/1/block_id"),
        arguments(SECTION.formatted("a"), SECTION.formatted(""), "/blocks/0/text/text"),
        arguments(
            SECTION.formatted("a"),
            SECTION.formatted("a").replace("'mrkdwn',", "'mrkdwn','emoji':true,"),
            "invalid additional property: emoji"),
        arguments(SECTION.formatted("a"), "{'type':'sektion'}", "/blocks/0/type"),
        arguments(SECTION.formatted("a"), input(), "unsupported type: input"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void one_more_is_refused(String fits, String tooMuch, String where) throws Exception {
    var place = slack.channel("incidents");
    var taken =
        client.chatPostMessage(r -> r.channel(place.id()).text("a").blocksAsString(json(fits)));
    var refused =
        client.chatPostMessage(r -> r.channel(place.id()).text("b").blocksAsString(json(tooMuch)));
    assertThat(taken.getError()).isNull();
    assertThat(refused.getError()).isEqualTo("invalid_blocks");
    assertThat(refused.getResponseMetadata().getMessages())
        .anyMatch(it -> it.startsWith("[ERROR] ") && it.contains(where));
    place.takeMessage();
    slack.takeRefusal("chat.postMessage", "invalid_blocks");
  }

  @Test
  void the_same_button_twice_in_a_block_is_refused_and_in_two_blocks_is_not() throws Exception {
    var place = slack.channel("incidents");
    var twice = buttons(2).replace("b1", "b0");
    var apart = button(1, 1, 1) + "," + button(1, 1, 1);
    client.chatPostMessage(r -> r.channel(place.id()).text("a").blocksAsString(json(twice)));
    slack.takeRefusal("chat.postMessage", "invalid_blocks");
    client.chatPostMessage(r -> r.channel(place.id()).text("a").blocksAsString(json(apart)));
    place.takeMessage();
  }

  private static String json(String blocks) {
    return "[" + blocks.replace('\'', '"') + "]";
  }

  private static String x(int number) {
    return "x".repeat(number);
  }

  private static String many(int number, String one) {
    return IntStream.range(0, number).mapToObj(_ -> one).collect(Collectors.joining(","));
  }

  private static String fields(int number, int length) {
    var field = "{'type':'mrkdwn','text':'" + x(length) + "'}";
    return "{'type':'section','fields':[" + many(number, field) + "]}";
  }

  private static String button(int id, int value, int text) {
    return BUTTON.formatted(x(id), x(value), x(text));
  }

  private static String buttons(int number) {
    var all =
        IntStream.range(0, number)
            .mapToObj(i ->
                "{'type':'button','action_id':'b%d','text':{'type':'plain_text','text':'a'}}"
                    .formatted(i))
            .collect(Collectors.joining(","));
    return "{'type':'actions','elements':[" + all + "]}";
  }

  private static String select(int number, int text) {
    var all =
        IntStream.range(0, number)
            .mapToObj(i ->
                "{'text':{'type':'plain_text','text':'%s'},'value':'%d'}".formatted(x(text), i))
            .collect(Collectors.joining(","));
    return "{'type':'actions','elements':[{'type':'static_select','action_id':'s','options':["
        + all
        + "]}]}";
  }

  private static String named(String one, String other) {
    return "{'type':'divider','block_id':'%s'},{'type':'divider','block_id':'%s'}"
        .formatted(one, other);
  }

  private static String input() {
    return "{'type':'input','label':{'type':'plain_text','text':'a'},"
        + "'element':{'type':'plain_text_input'}}";
  }
}
