package dev.muster.commands.chat.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.chat.VersionCommand;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {

  private static final Command VERSION = new VersionCommand("1");
  private static final Reply DONE = Reply.toAsker(Message.of("done"));

  private final Map<String, Instant> known = new HashMap<>();
  private final RepeatFilter filter = new RepeatFilter(new Known(), new TestClock());

  private final class Known implements DoneRequests {
    @Override
    public boolean add(String id, Instant at, Duration apart) {
      var before = known.get(id);
      var isNew = before == null || !before.isAfter(at.minus(apart));
      if (isNew) {
        known.put(id, at);
      }
      return isNew;
    }

    @Override
    public void forget(String id) {
      known.remove(id);
    }
  }

  private Reply ask(String requestId) {
    return ask(requestId, DONE);
  }

  private Reply ask(String requestId, Reply answer) {
    var place = new Place("slack", "incidents", Optional.empty());
    var invocation = new Invocation(People.DEVOPS, place, "/version", requestId);
    return filter.filter(new Request(invocation, VERSION, List.of()), () -> answer);
  }

  private static RequestKey click(long millis) {
    return RequestKey.click(TestClock.START.plusMillis(millis), "U01AAAA", "17", "/incident ack");
  }

  @Test
  void what_the_platform_brings_again_is_done_once() {
    var event = RequestKey.once("event", "Ev01").requestId();

    assertThat(ask(event)).isEqualTo(DONE);
    assertThat(ask(event).error()).contains(Reply.Error.REPEATED);
    assertThat(ask(RequestKey.once("event", "Ev02").requestId())).isEqualTo(DONE);
  }

  @Test
  void a_double_click_is_one_click_and_a_later_one_another() {
    assertThat(ask(click(0).requestId())).isEqualTo(DONE);
    assertThat(ask(click(300).requestId()).error()).contains(Reply.Error.REPEATED);
    assertThat(ask(click(3_000).requestId())).isEqualTo(DONE);
  }

  @Test
  void a_click_that_is_brought_again_later_is_the_same_click() {
    assertThat(ask(click(0).requestId())).isEqualTo(DONE);
    assertThat(ask(click(9_000).requestId())).isEqualTo(DONE);
    assertThat(ask(click(0).requestId()).error()).contains(Reply.Error.REPEATED);
  }

  @Test
  void what_was_refused_can_come_again_and_a_click_cannot() {
    var form = RequestKey.once("form", "V01", "title").requestId();
    var refused = Reply.error(Reply.Error.INVALID, Message.of("What is wrong?"));

    assertThat(ask(form, refused)).isEqualTo(refused);
    assertThat(ask(form)).isEqualTo(DONE);
    assertThat(ask(click(0).requestId(), refused)).isEqualTo(refused);
    assertThat(ask(click(300).requestId()).error()).contains(Reply.Error.REPEATED);
  }

  @Test
  void other_requests_are_not_kept() {
    var random = UUID.randomUUID().toString();

    assertThat(ask(random)).isEqualTo(DONE);
    assertThat(ask(random)).isEqualTo(DONE);
    assertThat(known).isEmpty();
  }
}
