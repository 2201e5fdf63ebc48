package dev.muster.commands.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
    return new Doctor(() -> List.of(checks), threads, limit).examine();
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
