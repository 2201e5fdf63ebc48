package dev.muster.commands.operation;

import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.runbook.review.Review;
import dev.muster.commands.runbook.review.Reviews;
import dev.muster.runbooks.run.RunId;
import java.util.List;

/** Reviews of which the operation log hears that somebody has looked, where it asks for that. */
public record LoggedReviews(Reviews reviews, OperationLog log) implements Reviews {

  @Override
  public void add(Review review) {
    reviews.add(review);
  }

  @Override
  public List<Review> open(int most) {
    return reviews.open(most);
  }

  @Override
  public long countOpen() {
    return reviews.countOpen();
  }

  @Override
  public List<Review> of(RunId run) {
    return reviews.of(run);
  }

  @Override
  public int close(RunId run, Review.Closed closed) {
    var count = reviews.close(run, closed);
    if (count > 0) {
      var words = RunAccount.cut("Looked at the broken glass: " + closed.words().strip());
      var seen = new Addendum(Part.FOLLOW_UP, words, closed.by(), closed.at());
      log.of(run).ifPresent(entry -> log.append(entry.id(), List.of(seen)));
    }
    return count;
  }
}
