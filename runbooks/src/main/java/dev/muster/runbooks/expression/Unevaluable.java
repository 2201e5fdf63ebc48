package dev.muster.runbooks.expression;

/** An expression that comes to nothing; its message is for people and holds no values. */
public final class Unevaluable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unevaluable(String message) {
    super(message);
  }
}
