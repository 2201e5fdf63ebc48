package dev.muster.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.testing.RunCopies;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pages of runs while ten thousand wait for people: what they look like at a desk and on a
 * phone, by day and by night, is kept in {@code target/screens}, and what they cost is printed.
 */
class WaitingRunsIT {

  private static final int WAITING = 10_000;
  private static final int TIMES = 21;
  private static final Map<String, String> DEVOPS = Map.of("Cookie", "muster-as=devops");

  @RegisterExtension final Stage stage = new Stage("runs-");
  @RegisterExtension final Musters musters = new Musters();

  private final String database = TestPostgres.newMusterDatabase();

  @Test
  void are_listed_and_looked_at_with_every_means() throws SQLException {
    var muster = musters.start(Map.of("DATABASE_URL", database));
    var api = MusterApi.of(muster);
    api.command("devops", "/runbook run complete-outage");
    await().until(() -> new Sql(database).one("select state from run").equals("asking"));
    copy();

    var desk = stage.desk(muster.url(), "DevOps Engineer");
    var phone = stage.phone(muster.url(), "Lead Engineer");
    Stream.of(desk, phone).forEach(seat -> seat.open("/runs?state=waiting"));
    assertThat(phone.at("#page")).containsText("Older");
    stage.pictures("list");
    assertLedInOrder(desk);
    Stream.of(desk, phone).forEach(seat -> seat.open("/runs/1"));
    assertThat(phone.at("#page")).containsText("Does it fail for others too");
    stage.pictures("run");
    assertLedInOrder(desk);

    System.out.println("Median of " + TIMES + " answers while " + WAITING + " runs wait:");
    Stream.of("/runs", "/runs?state=waiting", "/runs?after=5000", "/runs/1", "/runs/10000", "/")
        .forEach(path -> System.out.printf("  %-24s %3d ms%n", path, median(api, path)));
  }

  private void copy() throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement()) {
      statement.execute(RunCopies.of(WAITING - 1));
      statement.execute("analyze run");
    }
  }

  /** As it is read: from above to below, and in a line from left to right. */
  private static void assertLedInOrder(Seat seat) {
    var places = seat.tabbed(30);
    assertThat(places).hasSizeGreaterThanOrEqualTo(3);
    for (var i = 1; i < places.size(); i++) {
      assertThat(places.get(i).isBehind(places.get(i - 1)))
          .as("%s comes behind %s", places.get(i), places.get(i - 1))
          .isTrue();
    }
  }

  private static long median(MusterApi api, String path) {
    List<Long> took =
        IntStream.range(0, TIMES)
            .mapToObj(_ -> {
              var began = System.nanoTime();
              assertThat(api.call("GET", path, DEVOPS, "").statusCode()).as(path).isEqualTo(200);
              return System.nanoTime() - began;
            })
            .sorted()
            .toList();
    return Duration.ofNanos(took.get(TIMES / 2)).toMillis();
  }
}
