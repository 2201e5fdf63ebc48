package dev.muster.commands.chat.late;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PlainText;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Request;
import dev.muster.commands.chat.VersionCommand;
import dev.muster.commands.chat.once.DoneRequests;
import dev.muster.commands.people.Right;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateFilterTest {

  private static final Command VERSION = new VersionCommand("1");
  private static final OwedAnswer OWED =
      new OwedAnswer("r1", "slack", "{}", "/version", Map.of(), TestClock.START);

  private final MemoryOwedAnswers answers = new MemoryOwedAnswers();
  private final LateRequests late = new LateRequests(answers, became());
  private final LateFilter filter = new LateFilter(late);

  private WhatBecame became() {
    var none =
        new DoneRequests() {
          @Override
          public boolean add(String id, Instant at, Duration apart) {
            return true;
          }

          @Override
          public void forget(String id) {}
        };
    return new WhatBecame(new MemoryTransactions(), none, answers, new TestClock());
  }

  private Reply ask(Reply answer) {
    return ask(VERSION, answer);
  }

  private Reply ask(Command command, Reply answer) {
    var place = new Place("slack", "incidents", Optional.empty());
    var invocation = new Invocation(People.DEVOPS, place, "/version", "r1");
    return filter.filter(new Request(invocation, command, List.of()), () -> answer);
  }

  @Test
  void what_is_in_time_is_written_nowhere() {
    assertThat(ask(Reply.toAsker(Message.of("1")))).isEqualTo(Reply.toAsker(Message.of("1")));
    assertThat(answers.told).isEmpty();
  }

  @Test
  void what_is_late_is_kept_with_what_was_done() {
    assertThat(late.begin(OWED)).isTrue();
    ask(Reply.toAsker(Message.of("1")));
    assertThat(answers.told).containsEntry("r1", Message.of("1"));
  }

  private record Secretive() implements Command {
    @Override
    public String name() {
      return "token create";
    }

    @Override
    public String summary() {
      return "Makes a token";
    }

    @Override
    public Optional<Right> needs() {
      return Optional.empty();
    }

    @Override
    public Optional<String> whenLost() {
      return Optional.of("Revoke it, and make another.");
    }

    @Override
    public Reply run(Invocation invocation, List<String> arguments) {
      throw new IllegalStateException("its answer is given");
    }
  }

  @Test
  void a_secret_is_told_and_not_kept() {
    late.begin(OWED);
    var secret = Reply.toAsker(Message.of("Made.", Block.line("s3cret")));
    assertThat(ask(new Secretive(), secret)).isEqualTo(secret);

    var kept = new PlainText(ZoneOffset.UTC).render(answers.told.get("r1"));
    assertThat(kept)
        .isEqualTo("Done, but its answer was lost: /version\nRevoke it, and make another.");
  }

  @Test
  void a_mistake_holds_no_secret() {
    late.begin(OWED);
    ask(new Secretive(), Reply.error(Reply.Error.INVALID, Message.of("What name?")));
    assertThat(answers.told).containsEntry("r1", Message.of("What name?"));
  }

  @Test
  void what_came_twice_does_not_take_the_place_of_the_first_answer() {
    late.begin(OWED);
    ask(Reply.error(Reply.Error.REPEATED, Message.of("twice")));
    assertThat(answers.told).isEmpty();
  }

  @Test
  void what_was_told_is_forgotten() {
    late.begin(OWED);
    late.end(OWED);
    late.leave(OWED);
    ask(Reply.toAsker(Message.of("1")));
    assertThat(answers.told).isEmpty();
    assertThat(answers.owed).isEmpty();
  }
}
