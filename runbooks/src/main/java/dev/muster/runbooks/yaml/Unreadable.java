package dev.muster.runbooks.yaml;

/** Stops a reading at a place after which nothing can be trusted; never leaves this package. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Unreadable(Place place, String reason) {
    super(reason, null, false, false);
    this.problem = new Problem(place, Problem.Kind.ERROR, reason);
  }

  Problem problem() {
    return problem;
  }
}
