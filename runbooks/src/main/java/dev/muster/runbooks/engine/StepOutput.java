package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Size;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.kind.Output;
import dev.muster.runbooks.redact.Redactor;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Collects the output of a step and hands it on in batches. However much comes, little is held: who
 * writes faster than the log takes it has to wait.
 */
final class StepOutput implements Output {

  private static final int MOST_LINES = 20_000;
  private static final int MOST_OF_RUN = 16 * 1024 * 1024;
  private static final int LONGEST = 4_000;
  private static final int BATCH = 500;
  private static final int MOST_WAITING = 10 * BATCH;

  private final RunLog log;
  private final RunId run;
  private final StepPath path;
  private final Redactor redactor;
  private final InstantSource clock;
  private final List<Line> waiting = new ArrayList<>();
  private final AtomicBoolean isFlushing = new AtomicBoolean();
  private long size = -1;
  private long lines;
  private long leftOut;

  /** In an attempt before, or by another step. */
  private boolean isToldAlready;

  StepOutput(RunLog log, RunId run, StepPath path, Redactor redactor, InstantSource clock) {
    this.log = log;
    this.run = run;
    this.path = path;
    this.redactor = redactor;
    this.clock = clock;
  }

  @Override
  public synchronized void line(String text) {
    if (size < 0) {
      var known = known();
      size = known.characters();
      lines = known.lines();
      isToldAlready = lines > MOST_LINES || size >= MOST_OF_RUN;
    }
    if (isFull() || waiting.size() >= MOST_WAITING) {
      leftOut++;
      return;
    }
    var shown = redactor.text(text.replace("\0", ""));
    var kept = shown.length() > LONGEST ? shown.substring(0, LONGEST) + " …" : shown;
    lines++;
    size += kept.length();
    waiting.add(new Line(clock.instant(), Source.OUTPUT, path.toString(), kept));
    if (waiting.size() % BATCH == 0) {
      flush();
    }
  }

  /** Hands on what came since the last time; without waiting for the log. */
  void flushAside() {
    if (isFlushing.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("muster-log")
          .start(() -> {
            flush();
            isFlushing.set(false);
          });
    }
  }

  /** A log that is away for a while takes no result of a step with it. */
  private synchronized void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      log.append(run, waiting);
      waiting.clear();
    } catch (RuntimeException e) {
      Errors.log(e);
    }
  }

  private boolean isFull() {
    return lines >= MOST_LINES || size >= MOST_OF_RUN;
  }

  private Size known() {
    try {
      return log.size(run, path.toString());
    } catch (RuntimeException e) {
      Errors.log(e);
      return Size.NONE;
    }
  }

  /** Says how much was left out. */
  synchronized void close() {
    flush();
    if (leftOut > 0 && !isToldAlready) {
      var words = "%,d more lines were left out: the log takes no more.".formatted(leftOut);
      waiting.add(new Line(clock.instant(), Source.EVENT, path.toString(), words));
      flush();
    }
  }
}
