package dev.muster.commands.runbook.review;

import dev.muster.runbooks.run.RunId;
import java.util.List;

/** Keeps reviews: open ones keep their runs too, closed ones go with these. Thread-safe. */
public interface Reviews {

  void add(Review review);

  /** Those that nobody has looked at, the oldest first. */
  List<Review> open(int most);

  long countOpen();

  /** All of a run, in order. */
  List<Review> of(RunId run);

  /**
   * Closes all that are open of a run and that others broke; answers how many these were: none
   * where somebody was faster.
   */
  int close(RunId run, Review.Closed closed);
}
