package dev.muster.commands.oncall;

import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Schedules for tests, made by hand or by dice. */
public final class TestSchedules {

  private static final List<ZoneId> ZONES =
      new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().map(ZoneId::of).toList();
  private static final long FIRST = Instant.parse("1973-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2060-01-01T00:00:00Z").getEpochSecond();

  private TestSchedules() {}

  /** One layer of people who take turns. */
  public static Layer layer(String every, String start, int priority, String... people) {
    return new Layer(
        new Rotation(Turn.parse(every).orElseThrow(), LocalDateTime.parse(start)),
        Arrays.stream(people).map(PersonId::new).toList(),
        priority);
  }

  public static Schedule schedule(String name, String zone, Layer... layers) {
    return new Schedule(name, ZoneId.of(zone), List.of(layers));
  }

  static ZoneId zone(Random random) {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  /** Most of them near a change of the clocks, where the mistakes are. */
  static Instant instant(Random random, ZoneId zone) {
    var any = Instant.ofEpochSecond(random.nextLong(FIRST, LAST) / 60 * 60);
    var change = zone.getRules().nextTransition(any);
    return change == null || random.nextInt(4) == 0
        ? any
        : change.getInstant().plusSeconds(60L * random.nextInt(-2_000, 2_000));
  }

  static Rotation rotation(Random random, LocalDateTime near) {
    var unit = Turn.Unit.values()[random.nextInt(Turn.Unit.values().length)];
    var count = 1 + (random.nextInt(3) == 0 ? random.nextInt(30) : random.nextInt(2));
    return new Rotation(new Turn(count, unit), near);
  }

  /** Some turns before or after, so that starts lie in the past, in the future and in between. */
  static Schedule schedule(Random random, ZoneId zone, Instant near) {
    var layers = new ArrayList<Layer>();
    for (var place = 0; place <= random.nextInt(3); place++) {
      var start = LocalDateTime.ofEpochSecond(near.getEpochSecond(), 0, ZoneOffset.UTC);
      var rotation = rotation(random, start.plusMinutes(random.nextInt(-200_000, 20_000)));
      var people =
          IntStream.rangeClosed(0, random.nextInt(4))
              .mapToObj(number -> new PersonId("p" + number))
              .toList();
      layers.add(new Layer(rotation, people, random.nextInt(3)));
    }
    return new Schedule("dice", zone, layers);
  }
}
