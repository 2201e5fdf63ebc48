package dev.muster.commands.runbook.testing;

import dev.muster.commands.runbook.review.Review;
import dev.muster.commands.runbook.review.Reviews;
import dev.muster.runbooks.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reviews in memory. */
public final class MemoryReviews implements Reviews {

  private final List<Review> all = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  /** Has somebody do something between the next close's decision and its writing. */
  public void beforeClosing(Runnable then) {
    meanwhile =
        () -> {
          meanwhile = () -> {};
          then.run();
        };
  }

  @Override
  public void add(Review review) {
    all.add(review);
  }

  @Override
  public List<Review> open(int most) {
    return all.stream().filter(it -> it.closed().isEmpty()).limit(most).toList();
  }

  @Override
  public long countOpen() {
    return open(all.size()).size();
  }

  @Override
  public List<Review> of(RunId run) {
    return all.stream().filter(it -> it.run().equals(run)).toList();
  }

  @Override
  public int close(RunId run, Review.Closed closed) {
    meanwhile.run();
    var open =
        of(run).stream()
            .filter(it -> it.closed().isEmpty() && !it.by().id().equals(closed.by().id()))
            .toList();
    all.replaceAll(it -> open.contains(it) ? closed(it, closed) : it);
    return open.size();
  }

  private static Review closed(Review it, Review.Closed closed) {
    return new Review(
        it.run(),
        it.step(),
        it.title(),
        it.asked(),
        it.by(),
        it.reason(),
        it.at(),
        Optional.of(closed));
  }
}
