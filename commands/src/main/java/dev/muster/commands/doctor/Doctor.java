package dev.muster.commands.doctor;

import dev.muster.commands.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes all checks at the same time, each for as long as the limit says: one that hangs or breaks
 * hides none of the others. Thread-safe.
 *
 * @param checks asked anew at each examination
 */
public record Doctor(Supplier<List<Check>> checks, ExecutorService threads, Duration limit) {

  /** Somebody waits for the answer. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(Doctor.class);

  /** Takes no longer than the limit. */
  public Report examine() {
    var all = checks.get();
    var looks = all.stream().<Callable<List<Finding>>>map(check -> check::look).toList();
    try {
      var done = threads.invokeAll(looks, limit.toMillis(), TimeUnit.MILLISECONDS);
      var findings = new ArrayList<Finding>();
      for (var i = 0; i < done.size(); i++) {
        findings.addAll(findings(all.get(i), done.get(i)));
      }
      return new Report(findings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while checks were made", e);
    }
  }

  private List<Finding> findings(Check check, Future<List<Finding>> done) {
    return switch (done.state()) {
      case SUCCESS -> done.resultNow();
      case FAILED -> broken(check, done.exceptionNow());
      case CANCELLED, RUNNING -> late(check);
    };
  }

  private List<Finding> late(Check check) {
    return List.of(
        Finding.failed(
            check.about(),
            "There was no answer within " + Words.duration(limit) + ".",
            "Ask again. If it stays so, look whether a firewall or a proxy is in the way."));
  }

  /** What exactly went wrong may have a secret in it, and stands in the log only. */
  private static List<Finding> broken(Check check, Throwable why) {
    log.atWarn().setCause(why).addKeyValue("check", check.about()).log("A check broke");
    return List.of(
        Finding.failed(
            check.about(),
            "The check itself broke (" + why.getClass().getSimpleName() + ").",
            "Muster's log says more. It is a fault of Muster: please report it."));
  }
}
