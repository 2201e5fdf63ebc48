package dev.muster.integrations.postgres.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.review.Review;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresReviewsTest {

  private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
  private static final RunId RUN = new RunId(318);
  private static final Review.Closed CLOSED =
      new Review.Closed(new Who("lead", "Lead Engineer"), "it was right", AT.plusSeconds(60));

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final PostgresReviews reviews = new PostgresReviews(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private static Review review(RunId run, String step) {
    return new Review(
        run,
        StepPath.parse(step).orElseThrow(),
        "Fail over",
        "Promote app-replica?",
        new Who("devops", "DevOps Engineer"),
        "primary gone",
        AT,
        Optional.empty());
  }

  @Test
  void what_is_added_is_open_until_it_is_closed() {
    reviews.add(review(RUN, "steps.0"));
    reviews.add(review(new RunId(319), "steps.0"));
    reviews.add(review(RUN, "steps.3[2]"));

    assertThat(reviews.of(RUN)).containsExactly(review(RUN, "steps.0"), review(RUN, "steps.3[2]"));
    assertThat(reviews.countOpen()).isEqualTo(3);
    assertThat(reviews.close(RUN, CLOSED)).isEqualTo(2);
    assertThat(reviews.open(10)).containsExactly(review(new RunId(319), "steps.0"));
    assertThat(reviews.of(RUN)).allSatisfy(it -> assertThat(it.closed()).contains(CLOSED));
  }

  @Test
  void what_is_closed_stays_as_it_was_said_first() {
    reviews.add(review(RUN, "steps.0"));
    reviews.close(RUN, CLOSED);

    assertThat(reviews.close(RUN, new Review.Closed(new Who("cto", "CTO"), "no", AT))).isZero();
    assertThat(reviews.of(RUN)).allSatisfy(it -> assertThat(it.closed()).contains(CLOSED));
  }

  @Test
  void of_two_who_close_it_at_once_one_does() {
    reviews.add(review(RUN, "steps.0"));
    var lead =
        CompletableFuture.supplyAsync(() -> reviews.close(RUN, CLOSED), Thread::startVirtualThread);
    var cto = new Review.Closed(new Who("cto", "CTO"), "it was wrong", AT);

    assertThat(lead.join() + reviews.close(RUN, cto)).isOne();
    assertThat(reviews.countOpen()).isZero();
  }

  @Test
  void nobody_closes_what_they_broke_themselves_meanwhile() {
    reviews.add(review(RUN, "steps.0"));
    var own = new Review.Closed(new Who("devops", "DevOps Engineer"), "all fine", AT);

    assertThat(reviews.close(RUN, own)).isZero();
    assertThat(reviews.countOpen()).isOne();
  }
}
