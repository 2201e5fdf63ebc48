package dev.muster.commands.doctor;

import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 */
public final class Doctor {

  /** Somebody waits for the answer. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

  /** How long one look serves whoever asks: each costs Slack and the database many questions. */
  static final Duration LATELY = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Doctor.class);

  private final Supplier<List<Check>> checks;
  private final ExecutorService threads;
  private final Duration limit;
  private final InstantSource clock;
  private Optional<Kept> last = Optional.empty();

  private record Kept(Report report, Instant at) {}

  /**
   * A report, and how old it is.
   *
   * @param age zero where it was made for whoever asked
   */
  record Looked(Report report, Duration age) {}

  /**
   * @param checks asked anew at each examination
   */
  public Doctor(
      Supplier<List<Check>> checks, ExecutorService threads, Duration limit, InstantSource clock) {
    this.checks = checks;
    this.threads = threads;
    this.limit = limit;
    this.clock = clock;
  }

  /** One look at a time, which serves whoever asks meanwhile or soon after. */
  synchronized Looked lately() {
    var now = clock.instant();
    var known =
        last.map(it -> new Looked(it.report(), Duration.between(it.at(), now)))
            .filter(it -> !it.age().isNegative() && it.age().compareTo(LATELY) < 0);
    if (known.isPresent()) {
      return known.get();
    }
    var report = examine();
    last = Optional.of(new Kept(report, clock.instant()));
    return new Looked(report, Duration.ZERO);
  }

  /** Takes no longer than the limit. */
  public Report examine() {
    try {
      return examine(Checks.of("All checks", checks));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while checks were made", e);
    }
  }

  private Report examine(List<Check> all) throws InterruptedException {
    var looks = all.stream().<Callable<List<Finding>>>map(check -> check::look).toList();
    var done = threads.invokeAll(looks, limit.toMillis(), TimeUnit.MILLISECONDS);
    var findings = new ArrayList<Finding>();
    for (var i = 0; i < done.size(); i++) {
      findings.addAll(findings(all.get(i), done.get(i)));
    }
    return new Report(findings);
  }

  private List<Finding> findings(Check check, Future<List<Finding>> done) {
    return switch (done.state()) {
      case SUCCESS -> done.resultNow();
      case FAILED -> List.of(broken(check.about(), done.exceptionNow()));
      case CANCELLED, RUNNING -> List.of(late(check));
    };
  }

  private Finding late(Check check) {
    return Finding.failed(
        check.about(),
        "There was no answer within " + Words.duration(limit) + ".",
        "Ask again. If it stays so, look whether a firewall or a proxy is in the way.");
  }

  /** What exactly went wrong may have a secret in it, and stands in the log only. */
  static Finding broken(String about, Throwable why) {
    log.atWarn().setCause(why).addKeyValue("check", about).log("A check broke");
    return Finding.failed(
        about,
        "The check itself broke (" + why.getClass().getSimpleName() + ").",
        "Muster's log says more. It is a fault of Muster: please report it.");
  }
}
