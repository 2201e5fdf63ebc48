package dev.muster.commands.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.people.Via;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FiltersTest {

  private static final Place PLACE = new Place("web", "incidents", Optional.of("17"));
  private static final Command ACK = EchoCommand.needing("incident:act", "incident ack");
  private static final Reply DONE = Reply.toAsker(Message.of("done"));

  private final MemoryTransactions transactions = new MemoryTransactions();
  private final MemoryAuditLog log = new MemoryAuditLog(transactions);
  private final AuditFilter audit = new AuditFilter(transactions, log, new TestClock());

  private static Request ack(Person actor) {
    return new Request(new Invocation(actor, PLACE, "/incident ack 7", "r1"), ACK, List.of("7"));
  }

  private static Supplier<Reply> never() {
    return () -> {
      throw new AssertionError("was run");
    };
  }

  @Test
  void what_was_done_is_kept_with_who_and_where_and_without_its_arguments() {
    var reply = audit.filter(ack(People.DEVOPS), () -> DONE);

    assertThat(reply).isEqualTo(DONE);
    assertThat(log.entries())
        .containsExactly(
            new AuditEntry(
                TestClock.START, "devops", PLACE, "incident ack", "done", "r1", Optional.empty()));
  }

  @Test
  void a_command_and_its_audit_entry_share_a_transaction() {
    var inside = new AtomicInteger();

    audit.filter(
        ack(People.DEVOPS),
        () -> {
          assertThat(transactions.isRunning()).isTrue();
          inside.incrementAndGet();
          return DONE;
        });

    assertThat(inside).hasValue(1);
    assertThat(log.entries()).hasSize(1);
  }

  /** It may wait for others, and would hold a connection meanwhile. */
  @Test
  void a_look_runs_outside_of_the_transaction_and_is_kept_too() {
    var request =
        new Request(
            new Invocation(People.DEVOPS, PLACE, "/muster look", "r1"), new Look(), List.of());
    audit.filter(
        request,
        () -> {
          assertThat(transactions.isRunning()).isFalse();
          return DONE;
        });

    assertThat(log.entries()).extracting(AuditEntry::command).containsExactly("muster look");
  }

  private static final class Look implements Command {
    @Override
    public String name() {
      return "muster look";
    }

    @Override
    public String summary() {
      return "Looks";
    }

    @Override
    public Optional<Right> needs() {
      return Optional.empty();
    }

    @Override
    public boolean isLook() {
      return true;
    }

    @Override
    public Reply run(Invocation invocation, List<String> arguments) {
      return DONE;
    }
  }

  @Test
  void what_was_refused_is_kept_too() {
    audit.filter(
        ack(People.GUEST), () -> Reply.error(Reply.Error.DENIED, Message.of("not allowed")));

    assertThat(log.entries()).extracting(AuditEntry::outcome).containsExactly("denied");
  }

  @Test
  void a_command_that_breaks_changes_nothing_and_that_it_broke_is_kept() {
    var reply =
        audit.filter(
            ack(People.DEVOPS),
            () -> {
              log.record(
                  new AuditEntry(
                      TestClock.START, "x", PLACE, "half", "done", "r0", Optional.empty()));
              throw new IllegalStateException("a secret");
            });

    assertThat(reply.error()).contains(Reply.Error.FAILED);
    assertThat(reply.message().fallback()).contains("nothing was changed", "r1");
    assertThat(reply.message().fallback()).doesNotContain("a secret");
    assertThat(log.entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.outcome()).isEqualTo("failed");
          assertThat(entry.detail()).contains("IllegalStateException");
        });
  }

  @Test
  void a_database_that_is_away_is_for_the_caller_to_tell() {
    var away = new StoreUnavailable("away", new IllegalStateException());

    assertThatThrownBy(() ->
            audit.filter(
                ack(People.DEVOPS),
                () -> {
                  throw away;
                }))
        .isSameAs(away);
  }

  @Test
  void whoever_may_do_it_is_let_through() {
    var authorise = new AuthoriseFilter(People.directory());

    assertThat(authorise.filter(ack(People.DEVOPS), () -> DONE)).isEqualTo(DONE);
  }

  @Test
  void whoever_may_not_is_told_which_role_it_needs_and_who_has_it() {
    var denied = new AuthoriseFilter(People.directory()).filter(ack(People.CTO), never());

    assertThat(denied.error()).contains(Reply.Error.DENIED);
    assertThat(denied.isPrivate()).isTrue();
    assertThat(Screen.wide(denied.message()))
        .isEqualTo(
            """
            You can't run `/incident ack`.
            It needs role responder.
            Ask DevOps Engineer, Backend Engineer.
            """);
  }

  @Test
  void what_comes_by_a_token_goes_no_further_than_its_owner() {
    var authorise = new AuthoriseFilter(People.directory());

    var denied = authorise.filter(ackBy(People.CTO), never());

    assertThat(denied.error()).contains(Reply.Error.DENIED);
    assertThat(Screen.wide(denied.message()))
        .isEqualTo(
            """
            This token's owner, CTO, can't run `/incident ack`.
            It needs role responder.
            Ask DevOps Engineer, Backend Engineer.
            """);
    assertThat(authorise.filter(ackBy(People.BACKEND), () -> DONE)).isEqualTo(DONE);
  }

  @Test
  void what_came_by_a_token_is_kept_with_both() {
    audit.filter(ackBy(People.CTO), () -> DONE);

    assertThat(log.entries())
        .extracting(AuditEntry::actor, AuditEntry::via)
        .containsExactly(tuple("devops", Optional.of("mst_k3j9x2m1qa of cto")));
  }

  private static Request ackBy(Person owner) {
    var via = Optional.of(new Via("mst_k3j9x2m1qa", Optional.of(owner)));
    var invocation = new Invocation(People.DEVOPS, PLACE, "/incident ack 7", "r1", via);
    return new Request(invocation, ACK, List.of("7"));
  }

  @Test
  void what_no_role_allows_says_so() {
    var nobody = new AuthoriseFilter(new Directory(List.of(People.CTO), Map.of()));

    assertThat(Screen.wide(nobody.filter(ack(People.CTO), never()).message()))
        .contains("No role of the configuration allows it (right incident:act).")
        .contains("Nobody has it.");
  }

  @Test
  void what_needs_no_right_is_for_everybody() {
    var help = EchoCommand.named("help");
    var invocation = new Invocation(People.GUEST, PLACE, "/help", "r1");

    var reply =
        new AuthoriseFilter(People.directory())
            .filter(new Request(invocation, help, List.of()), () -> DONE);

    assertThat(reply).isEqualTo(DONE);
  }

  @Test
  void whoever_asks_for_too_much_is_told_that_it_was_not_run() {
    var left = new AtomicInteger(1);
    var limit = new RateLimitFilter(_ -> left.getAndDecrement() > 0);

    assertThat(limit.filter(ack(People.DEVOPS), () -> DONE)).isEqualTo(DONE);
    var refused = limit.filter(ack(People.DEVOPS), never());

    assertThat(refused.error()).contains(Reply.Error.RATE_LIMITED);
    assertThat(refused.message().fallback()).contains("this one was not run");
  }
}
