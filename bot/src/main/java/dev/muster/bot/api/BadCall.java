package dev.muster.bot.api;

import dev.muster.bot.http.Problem;

/** A call that cannot be answered as it was made, with the words for its author. */
final class BadCall extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final String challenge;

  BadCall(Problem problem) {
    this(problem, "");
  }

  /**
   * @param challenge what {@code WWW-Authenticate} is to say; empty for nothing
   */
  BadCall(Problem problem, String challenge) {
    super("bad call", null, false, false);
    this.problem = problem;
    this.challenge = challenge;
  }

  static BadCall invalid(String detail) {
    return new BadCall(Problem.of(400, "Invalid", detail));
  }

  static BadCall notFound(String detail) {
    return new BadCall(ApiRoutes.notFound(detail));
  }

  Problem problem() {
    return problem;
  }

  String challenge() {
    return challenge;
  }
}
