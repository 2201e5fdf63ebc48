package dev.muster.commands.runbook.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.message.Addressee;
import dev.muster.commands.runbook.message.Announcement;
import dev.muster.commands.runbook.message.Announcements;
import dev.muster.commands.runbook.testing.MemoryClocks;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The office's clock stands at 10:00Z on 21 November 2026, which is a Saturday. */
class ClockStartsTest implements Announcements {

  private static final String REPORT =
      """
      apiVersion: muster/v1
      runbook: report
      title: The daily report
      reviewed: 2026-11-01
      on:
        schedule: {cron: "0 12 * * *", timezone: UTC%s}
      steps:
        - {id: one, uses: look}
      """;

  private final Office office = new Office(REPORT.formatted(", channel: ops"));
  private final MemoryClocks clocks = office.clocks;
  private final List<String> said = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  @Test
  void a_tick_starts_one_run_where_its_schedule_says() {
    var starts = starts();
    starts.turn();
    assertThat(office.board().live(9)).isEmpty();
    assertThat(starts.next()).isEqualTo("2026-11-21T10:00:15Z");

    office.advance(Duration.ofHours(2));
    starts.turn();
    starts.turn();

    assertThat(office.board().live(9)).hasSize(1);
    var origin = office.run(1).origin();
    assertThat(origin.requester().id()).isEqualTo("clock:report");
    assertThat(origin.requester().isPerson()).isFalse();
    assertThat(origin.place().orElseThrow().channel()).isEqualTo("ops");
    assertThat(clocks.all().getFirst().next()).hasToString("Optional[2026-11-22T12:00:00Z]");
    assertThat(said).isEmpty();
  }

  @Test
  void what_was_missed_comes_once_and_is_said() {
    var starts = starts();
    starts.turn();

    office.advance(Duration.ofHours(2 + 48 + 1));
    starts.turn();

    assertThat(office.board().live(9)).hasSize(1);
    assertThat(said).containsExactly("#ops ▶ The clock starts The daily report: run 1.");
    assertThat(clocks.all().getFirst().next()).hasToString("Optional[2026-11-24T12:00:00Z]");
  }

  @Test
  void what_rests_is_left_out_and_goes_on_later() {
    var starts = starts();
    starts.turn();
    var paused = office.say(Office.OPS, "/runbook schedule pause report");
    assertThat(paused.message().fallback()).startsWith("The clock does not start report until");

    office.advance(Duration.ofHours(3));
    starts.turn();
    assertThat(office.board().live(9)).isEmpty();

    office.say(Office.OPS, "/runbook schedule resume report");
    office.advance(Duration.ofHours(23));
    starts.turn();
    assertThat(office.board().live(9)).hasSize(1);
  }

  @Test
  void who_may_not_run_it_cannot_have_it_rest() {
    office.knows(REPORT.formatted("") + "permissions: {run: [admin]}\n");
    starts().turn();

    assertThat(office.say(Office.READER, "/runbook schedule pause report").message().fallback())
        .startsWith("You can't say when the clock starts report.");
    assertThat(clocks.all().getFirst().pause()).isEmpty();
  }

  @Test
  void an_end_is_said_once_and_a_later_one_has_it_go_on() {
    office.knows(REPORT.formatted(", until: 2026-11-21"));
    var starts = starts();
    starts.turn();
    office.advance(Duration.ofHours(2));
    starts.turn();
    starts.turn();

    assertThat(office.board().live(9)).hasSize(1);
    assertThat(said)
        .containsExactly(
            "#notices The clock does not start The daily report any more: its schedule ended on"
                + " 2026-11-21. Move `until` in its file, or delete the schedule.");

    office.knows(REPORT.formatted(", until: 2026-12-31"));
    starts.turn();
    assertThat(clocks.all().getFirst().next()).hasToString("Optional[2026-11-22T12:00:00Z]");
  }

  @Test
  void what_is_configured_again_has_missed_nothing() {
    var starts = starts();
    starts.turn();
    clocks.keep(List.of(), office.clock().instant());

    office.advance(Duration.ofHours(30));
    starts.turn();

    assertThat(office.board().live(9)).isEmpty();
    assertThat(clocks.all().getFirst().next()).hasToString("Optional[2026-11-23T12:00:00Z]");
  }

  @Test
  void the_list_says_what_comes_next_and_what_rests() {
    starts().turn();

    assertThat(office.say(Office.OPS, "/runbook schedule").message().blocks().toString())
        .contains("2026-11-21T12:00:00Z", "2026-11-22T12:00:00Z", "0 12 * * * UTC");

    office.say(Office.OPS, "/runbook schedule pause report");
    assertThat(office.say(Office.OPS, "/runbook schedule").message().blocks().toString())
        .contains("rests", "by Olga Ops");
  }

  private ClockStarts starts() {
    var means = new TriggerMeans(office.means(), this, () -> ZoneOffset.UTC);
    return new ClockStarts(
        () -> Clocked.of(office.runbooks()),
        () -> "notices",
        new MemoryTransactions(),
        means,
        clocks);
  }

  @Override
  public void say(Optional<RunId> run, String key, Announcement announcement) {
    if (keys.add(key)) {
      said.add(announcement.to().words() + " " + announcement.message().fallback());
    }
  }

  @Override
  public boolean isSaid(String key) {
    return keys.contains(key);
  }

  @Override
  public boolean claim(Optional<RunId> run, String key) {
    return keys.add(key);
  }

  @Override
  public Optional<String> hindrance(Addressee to) {
    return Optional.empty();
  }
}
