package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.intake.TestIntake.batch;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.incident.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Neither how webhooks are split into commits nor in which order they come within the time that
 * late copies have changes where things stand in the end. Each test is named by the seed of its
 * story.
 */
class DeliveryOrderTest {

  private static final int STORIES = 200;
  private static final Duration STORY = Duration.ofMinutes(20);

  /** What a sender's alerts went through: two or three episodes each, the last perhaps not over. */
  private record Story(Map<String, Boolean> firingInTheEnd, List<AlertBatch> webhooks) {}

  @TestFactory
  Stream<DynamicTest> the_split_into_commits_changes_nothing() {
    return stories(seed -> {
      var story = story(new Random(seed));
      var oneByOne = after(story.webhooks(), 1);

      for (var size : List.of(2, 5, 100)) {
        var together = after(story.webhooks(), size);

        assertThat(together.store.tables().incidents()).isEqualTo(tables(oneByOne).incidents());
        assertThat(together.store.tables().alerts()).isEqualTo(tables(oneByOne).alerts());
        assertThat(together.store.tables().episodes()).isEqualTo(tables(oneByOne).episodes());
        assertThat(together.history()).isEqualTo(oneByOne.history());
        assertThat(together.replies()).isEqualTo(oneByOne.replies());
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> the_order_of_delivery_does_not_change_the_end_state() {
    return stories(seed -> {
      var random = new Random(seed);
      var story = story(random);
      var shuffled = new ArrayList<>(story.webhooks());
      Collections.shuffle(shuffled, random);

      var intake = after(shuffled, 1 + random.nextInt(4));

      assertThat(firing(intake)).as("seed %d", seed).isEqualTo(story.firingInTheEnd());
      assertThat(openIncidents(intake)).as("seed %d", seed).isEqualTo(groupsOfFiring(story));
      var stillFiring = story.firingInTheEnd().values().stream().filter(fires -> fires).count();
      assertThat(intake.incidents().stream().mapToInt(incident -> incident.alerts().firing()).sum())
          .isEqualTo((int) stillFiring);
    });
  }

  private static Stream<DynamicTest> stories(StoryTest test) {
    return IntStream.range(0, STORIES)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> test.accept(seed)));
  }

  private interface StoryTest {
    void accept(int seed);
  }

  private static Story story(Random random) {
    var firing = new TreeMap<String, Boolean>();
    var webhooks = new ArrayList<AlertBatch>();
    for (var name : List.of("a1", "a2", "b1", "b2", "b3")) {
      var events = new ArrayList<AlertEvent>();
      firing.put(name, live(name, random, events));
      events.forEach(event -> {
        for (var times = 1 + random.nextInt(2); times > 0; times--) {
          webhooks.add(batch(name.substring(0, 1), 0, event));
        }
      });
    }
    return new Story(firing, webhooks);
  }

  /** Adds what is sent of one alert, and says whether it fires in the end. */
  private static boolean live(String name, Random random, List<AlertEvent> events) {
    var episodes = 1 + random.nextInt(3);
    var last = random.nextBoolean();
    for (var i = 0; i < episodes; i++) {
      var start = minute(i * 5L);
      events.add(alert(name).firing(start));
      if (i < episodes - 1 || !last) {
        events.add(alert(name).resolved(start, start.plus(Duration.ofMinutes(random.nextInt(5)))));
      }
    }
    return last;
  }

  private static TestIntake after(List<AlertBatch> webhooks, int commitSize) {
    var intake = TestIntake.routingEverything();
    intake.clock.advance(STORY);
    var received = new ArrayList<ReceivedBatch>();
    for (var webhook : webhooks) {
      received.add(intake.received(TestIntake.PROMETHEUS, webhook));
      intake.clock.advance(Episode.COPIES_COME_WITHIN.dividedBy(webhooks.size()));
    }
    for (var from = 0; from < received.size(); from += commitSize) {
      intake.intake.take(received.subList(from, Math.min(received.size(), from + commitSize)));
    }
    return intake;
  }

  private static MemoryTables tables(TestIntake intake) {
    return intake.store.tables();
  }

  private static Map<String, Boolean> firing(TestIntake intake) {
    return tables(intake).episodes().values().stream()
        .collect(
            Collectors.toMap(
                episode -> episode.key().dedupKey(), Episode::firing, (a, b) -> b, TreeMap::new));
  }

  private static long openIncidents(TestIntake intake) {
    return intake.incidents().stream().filter(Incident::isOpen).count();
  }

  private static long groupsOfFiring(Story story) {
    return story.firingInTheEnd().entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(entry -> entry.getKey().charAt(0))
        .distinct()
        .count();
  }
}
