package dev.muster.runbooks.engine.port;

import dev.muster.runbooks.run.RunId;
import java.time.Instant;
import java.util.List;

/** What steps say and people do, line by line. Thread-safe. */
public interface RunLog {

  /** After those that are there. */
  void append(RunId run, List<Line> lines);

  /** How much there is of it by now. */
  Size size(RunId run, String path);

  /**
   * How much there is.
   *
   * @param characters of the whole run
   * @param lines of this step, whatever the attempt
   */
  record Size(long characters, long lines) {
    public static final Size NONE = new Size(0, 0);
  }

  /**
   * A page of it.
   *
   * @param after the number of the line before the first
   */
  List<Numbered> page(RunId run, long after, int limit);

  /**
   * The last lines of all, in order.
   *
   * @param before the number of the line behind the last
   */
  List<Numbered> last(RunId run, long before, int limit);

  /** The last lines of what the steps said, in order and without their numbers. */
  List<Line> tail(RunId run, int limit);

  /**
   * One line.
   *
   * @param path of the step, as it is written; empty for the run as a whole
   */
  record Line(Instant at, Source source, String path, String text) {}

  /** Whose words they are. */
  enum Source {
    OUTPUT,
    /** Something that happened to the run. */
    EVENT
  }

  /** With its number, counted from 1 in all that is logged of its run. */
  record Numbered(long number, Line line) {}
}
