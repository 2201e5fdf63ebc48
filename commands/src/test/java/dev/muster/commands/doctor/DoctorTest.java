package dev.muster.commands.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @AutoClose("shutdownNow")
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private final CountDownLatch never = new CountDownLatch(1);

  private record Looking(String about, Look by) implements Check {
    interface Look {
      List<Finding> look() throws InterruptedException;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
      return by.look();
    }
  }

  private static Check fine(String about) {
    return new Looking(about, () -> List.of(Finding.fine(about, "It is well.")));
  }

  private Check hanging(String about) {
    return new Looking(
        about,
        () -> {
          never.await();
          return List.of();
        });
  }

  private Report examine(Duration limit, Check... checks) {
    return new Doctor(() -> List.of(checks), threads, limit, new TestClock()).examine();
  }

  @Test
  void a_check_that_hangs_is_told_and_hides_no_other() {
    var report = examine(Duration.ofSeconds(1), hanging("Slack token"), fine("Database"));

    assertThat(report.of(Level.FAILED))
        .extracting(Finding::about, Finding::what)
        .containsExactly(tuple("Slack token", "There was no answer within 1 s."));
    assertThat(report.of(Level.FINE)).extracting(Finding::about).containsExactly("Database");
  }

  @Test
  void what_a_broken_check_says_may_be_secret_and_is_not_shown() {
    var broken =
        new Looking(
            "Mail",
            () -> {
              throw new IllegalStateException("password hunter2");
            });
    var report = examine(LONG, broken, fine("Database"));

    assertThat(report.text())
        .contains("Mail: The check itself broke (IllegalStateException).", "Database: It is well.")
        .doesNotContain("hunter2");
    assertThat(report.isFine()).isFalse();
  }

  @Test
  void checks_that_cannot_be_put_together_hide_no_others() {
    var broken =
        Checks.of(
            "Slack",
            () -> {
              throw new IllegalArgumentException("hunter2");
            });
    var checks = Stream.concat(broken.stream(), Stream.of(fine("Database"))).toArray(Check[]::new);
    assertThat(examine(LONG, checks).text())
        .contains("Slack: The check itself broke (IllegalArgumentException).", "Database: It is")
        .doesNotContain("hunter2");

    var none =
        new Doctor(
            () -> {
              throw new IllegalStateException();
            },
            threads,
            LONG,
            new TestClock());
    assertThat(none.examine().text()).contains("All checks: The check itself broke");
  }

  @Test
  void one_look_serves_whoever_asks_within_half_a_minute() {
    var clock = new TestClock();
    var looks = new AtomicInteger();
    var check =
        new Looking(
            "Database",
            () -> List.of(Finding.fine("Database", "Look " + looks.incrementAndGet() + ".")));
    var doctor = new Doctor(() -> List.of(check), threads, LONG, clock);

    assertThat(doctor.lately().age()).isZero();
    clock.advance(Duration.ofSeconds(29));
    assertThat(doctor.lately().age()).hasSeconds(29);
    assertThat(looks).hasValue(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(doctor.lately().report().text()).contains("Look 2.");
  }

  @Test
  void who_asks_while_somebody_looks_waits_for_that_look() throws Exception {
    var looks = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var check =
        new Looking(
            "Database",
            () -> {
              looks.incrementAndGet();
              begun.countDown();
              go.await();
              return List.of(Finding.fine("Database", "It is well."));
            });
    var doctor = new Doctor(() -> List.of(check), threads, LONG, new TestClock());

    var first = threads.submit(doctor::lately);
    begun.await();
    var second = threads.submit(doctor::lately);
    go.countDown();
    assertThat(second.get().report()).isEqualTo(first.get().report());
    assertThat(looks).hasValue(1);
  }

  /** None of them would end if one had to wait for another. */
  @Test
  void checks_are_made_at_the_same_time() {
    var together = new CountDownLatch(20);
    var checks =
        IntStream.range(0, 20)
            .<Check>mapToObj(number ->
                new Looking(
                    "Check " + number,
                    () -> {
                      together.countDown();
                      together.await();
                      return List.of(Finding.fine("Check " + number, "It is well."));
                    }))
            .toArray(Check[]::new);

    assertThat(examine(LONG, checks).summary()).isEqualTo("20 fine, nothing to mend");
  }
}
