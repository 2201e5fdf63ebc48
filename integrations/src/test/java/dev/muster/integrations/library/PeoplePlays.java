package dev.muster.integrations.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Runbooks in which people do what is done; the clock is what they work on. */
final class PeoplePlays {

  private PeoplePlays() {}

  static List<Play> all() {
    var plain =
        Stream.of(
                "before-deployment",
                "conversion-drop",
                "emergency-first-minutes",
                "error-rate",
                "high-latency",
                "resources-high",
                "rewards-drop",
                "service-down",
                "learnhub/take-over")
            .map(name -> Play.of(name, (_, run) -> people(run)));
    var timed =
        Stream.of(
            watched("after-deployment", "watch", Duration.ofMinutes(15)),
            watched("hotfix", "watch", Duration.ofMinutes(30)),
            watched("complete-outage", "watch", Duration.ofHours(1)),
            watched("learnhub/complete-outage", "settle", Duration.ofSeconds(10)),
            crash("6", "taken back and mended"),
            Play.of("critical-cve", (_, run) -> people(run)).with("cve", "CVE-2026-12345"));
    return Stream.concat(plain, timed).toList();
  }

  private static Play watched(String name, String step, Duration time) {
    return Play.of(
        name,
        (_, run) -> {
          var watched = run.steps().all().stream().filter(it -> it.id().equals(step));
          assertThat(watched.findFirst().orElseThrow().duration(run.origin().at()))
              .isBetween(time, time.plusMinutes(1));
          return people(run) + ", watched for " + time;
        });
  }

  private static Play crash(String percent, String words) {
    return Play.of(
            "crash-rate",
            (_, run) -> {
              assertThat(Seen.wasSkipped(run, "back")).isFalse();
              assertThat(Seen.wasSkipped(run, "fix")).isFalse();
              return words;
            })
        .with("percent", percent);
  }

  /** All were answered by somebody. */
  private static String people(Run run) {
    var steps = run.steps().all();
    assertThat(steps).isNotEmpty().allMatch(StepRecord::isDone);
    return "everything answered by people";
  }
}
