package dev.muster.integrations.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.GroupCommit;
import dev.muster.commands.intake.IntakeResult;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A webhook that the database refuses, among others of its commit. */
class PoisonTest {

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresDeliveryHistory deliveries =
      new PostgresDeliveryHistory(replica.database());

  @BeforeEach
  void refusePoison() {
    replica
        .database()
        .with(handle ->
            handle.execute(
                """
                create function refuse() returns trigger language plpgsql as $$
                  begin
                    raise exception 'poison is refused';
                  end $$;
                create trigger refuse_poison before insert on alert
                  for each row when (new.title = 'poison') execute function refuse()
                """));
  }

  @AfterEach
  void close() {
    replica.close();
  }

  /** Of all that wait when the committer starts. */
  private List<IntakeResult> commitTogether(List<String> titles) {
    var answers = new ArrayList<CompletableFuture<IntakeResult>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor();
        var commit =
            new GroupCommit(
                replica.intake(),
                committer ->
                    executor.execute(() -> {
                      await().until(() -> answers.size() == titles.size());
                      committer.run();
                    }),
                1,
                new GroupCommit.Limits(100, 1_000_000, Duration.ofSeconds(20)))) {
      titles.forEach(title ->
          answers.add(commit.submit(Webhooks.firing(title, clock.instant(), clock.instant()))));
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  void it_fails_alone_and_is_kept() {
    var titles = new ArrayList<String>();
    for (var i = 0; i < 31; i++) {
      titles.add("good " + i);
    }
    titles.add(16, "poison");

    var answers = commitTogether(titles);

    assertThat(answers).hasSize(32);
    assertThat(answers).filteredOn(IntakeResult.Accepted.class::isInstance).hasSize(31);
    assertThat(answers.get(16)).isInstanceOf(IntakeResult.Failed.class);
    assertThat(replica.count("select count(*) from incident")).isEqualTo(31);
    assertThat(replica.count("select count(*) from alert where count = 1")).isEqualTo(31);
    assertThat(replica.count("select count(*) from delivery")).isEqualTo(32);
    var failed = deliveries.list(Optional.of(Delivery.State.FAILED), PageRequest.first(10)).items();
    assertThat(failed)
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery.id()).isEqualTo(answers.get(16).delivery());
          assertThat(delivery.error())
              .hasValueSatisfying(error ->
                  assertThat(error).contains("poison is refused").doesNotContain("insert into"));
        });
    assertThat(deliveries.body(failed.getFirst().id()))
        .hasValueSatisfying(
            body -> assertThat(body.bytes()).asString().isEqualTo("{\"title\":\"poison\"}"));
  }

  @Test
  void what_came_with_it_causes_its_work_once() {
    commitTogether(List.of("good", "poison"));

    assertThat(replica.count("select count(*) from scheduled_tasks")).isEqualTo(2);
  }
}
