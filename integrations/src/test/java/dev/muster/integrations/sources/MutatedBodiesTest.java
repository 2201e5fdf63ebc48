package dev.muster.integrations.sources;

import static dev.muster.commands.alert.AlertStatus.FIRING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.CleanText;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a body on its way, reading it has an outcome that the store can keep. */
class MutatedBodiesTest {

  private static final int ROUNDS = 20_000;
  private static final List<String> SPLINTERS =
      List.of(
          "null",
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "\\udc00",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "-1",
          "1e999999999",
          "\0",
          "\uFEFF",
          "0001-01-01T00:00:00Z",
          "99999-01-01T00:00:00Z",
          "{}");

  @ParameterizedTest
  @MethodSource("sources")
  void every_mutated_body_has_an_outcome(AlertSource source) throws IOException {
    var seed = System.nanoTime();
    System.out.println("MutatedBodiesTest " + source.name() + " seed " + seed);
    var random = new Random(seed);
    var bodies = PayloadCase.own().stream().filter(body -> body.isOf(source)).toList();
    for (var round = 0; round < ROUNDS; round++) {
      var body = bodies.get(random.nextInt(bodies.size())).body();
      for (var change = random.nextInt(4); change >= 0; change--) {
        body = mutated(body, random);
      }
      holds(source, body, "seed " + seed + ", round " + round);
    }
  }

  static Stream<AlertSource> sources() {
    return Sources.names().stream().map(name -> Sources.find(name).orElseThrow());
  }

  private static byte[] mutated(byte[] body, Random random) {
    var from = random.nextInt(body.length + 1);
    var to = Math.min(body.length, from + random.nextInt(1 + random.nextInt(40)));
    return switch (random.nextInt(4)) {
      case 0 -> spliced(body, from, to, new byte[0]);
      case 1 -> spliced(body, from, from, Arrays.copyOfRange(body, from, to));
      case 2 -> spliced(body, from, to, new byte[] {(byte) random.nextInt(256)});
      default ->
          spliced(body, from, to, SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(UTF_8));
    };
  }

  private static byte[] spliced(byte[] body, int from, int to, byte[] middle) {
    var out = new byte[from + middle.length + body.length - to];
    System.arraycopy(body, 0, out, 0, from);
    System.arraycopy(middle, 0, out, from, middle.length);
    System.arraycopy(body, to, out, from + middle.length, body.length - to);
    return out;
  }

  private static void holds(AlertSource source, byte[] body, String round) {
    try {
      switch (source.read(body)) {
        case Reading.Readable(var batch) -> holds(batch);
        case Reading.Unreadable(var fault) -> holds(fault);
      }
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError(round + ": " + new String(body, UTF_8), broken);
    }
  }

  private static void holds(Fault fault) {
    assertThat(fault.position().isPresent() || fault.pointer().isPresent()).isTrue();
    assertThat(isStorable(fault.reason(), 1_000)).isTrue();
  }

  private static void holds(AlertBatch batch) {
    assertThat(batch.truncated()).isNotNegative();
    assertThat(batch.groupKey().orElse("-")).matches(key -> isStorable(key, 2_000));
    batch.alerts().forEach(MutatedBodiesTest::holds);
  }

  private static void holds(AlertEvent alert) {
    assertThat(alert.dedupKey()).isNotBlank().matches(key -> isStorable(key, 255));
    assertThat(alert.title()).matches(title -> isStorable(title, 250));
    assertThat(alert.name()).isNotBlank();
    assertThat(alert.title().isEmpty()).matches(none -> !none || alert.status() != FIRING);
    Stream.of(alert.summary(), alert.severityRaw())
        .forEach(text -> assertThat(isStorable(text.orElse(""), 2_000)).isTrue());
    Stream.of(alert.labels(), alert.annotations(), alert.links())
        .flatMap(map -> map.entrySet().stream())
        .forEach(entry -> {
          assertThat(isStorable(entry.getKey(), 250)).isTrue();
          assertThat(isStorable(entry.getValue(), 4_000)).isTrue();
        });
    assertThat(alert.links().values())
        .allMatch(link -> link.toLowerCase(Locale.ROOT).startsWith("http"));
    Stream.of(alert.startsAt(), alert.endsAt())
        .flatMap(Optional::stream)
        .forEach(at ->
            assertThat(at)
                .isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999999999Z")));
  }

  private static boolean isStorable(String text, int max) {
    return text.length() <= max && CleanText.of(text).equals(text);
  }
}
