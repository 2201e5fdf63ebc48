package dev.muster.runbooks.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.runtime.CelEvaluationListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may cost: looked at after every part of it. An expression that goes on in
 * spite of it, because errors within {@code ||} count for little, is stopped again at its next
 * part.
 */
final class Budget implements CelEvaluationListener {

  private static final int MOST_PARTS = 500_000;
  static final long LONGEST_TEXT = 1 << 20;
  private static final long MOST_TEXT = 4 << 20;
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

  private final long start = System.nanoTime();
  private int parts;
  private long text;

  @Override
  public void callback(CelExpr part, Object value) {
    parts++;
    if (value == Mark.TOO_LONG) {
      throw new Exhausted("it makes a text of more than 1 MiB; make less of it");
    }
    if (part.getKind() == ExprKind.Kind.CALL && value instanceof String made) {
      text += made.length();
    }
    if (parts > MOST_PARTS) {
      throw new Exhausted("it takes too many steps; ask for less at once");
    }
    if (text > MOST_TEXT) {
      throw new Exhausted("it makes more than 4 MiB of text; make less of it");
    }
    if (System.nanoTime() - start > LONGEST) {
      throw new Exhausted("it takes longer than 2 s; ask for less at once");
    }
  }

  /** Whether what comes of it can be kept: a list may hold the same long text many times. */
  static void keepSmall(@Nullable Object value) {
    if (left(value, MOST_TEXT) < 0) {
      throw new Exhausted("more than 4 MiB come of it; make less of it");
    }
  }

  private static long left(@Nullable Object value, long before) {
    var left = before - 1;
    switch (value) {
      case String text -> left -= text.length();
      case List<?> list -> {
        for (var each : list) {
          left = left < 0 ? left : left(each, left);
        }
      }
      case Map<?, ?> map -> {
        for (var entry : map.entrySet()) {
          left = left < 0 ? left : left(entry.getValue(), left(entry.getKey(), left));
        }
      }
      case null, default -> {}
    }
    return left;
  }

  /** Stands for a text that was not made. */
  enum Mark {
    TOO_LONG
  }

  /** Says which bound was reached; holds no values. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted(String message) {
      super(message, null, false, false);
    }
  }
}
