package dev.muster.integrations.postgres.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.doctor.Level;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {

  /** postgresql.org/support/versioning */
  @ParameterizedTest
  @CsvSource({
    "130022, 2025-01-01, FAILED",
    "140020, 2026-11-12, FINE",
    "140020, 2026-11-13, WARNING",
    "150015, 2027-11-11, FINE",
    "150015, 2027-11-12, WARNING",
    "160001, 2028-11-09, FINE",
    "170001, 2029-11-08, FINE",
    "170001, 2029-11-09, WARNING",
    "180001, 2030-11-14, FINE"
  })
  void a_release_is_good_for_five_years(int number, LocalDate today, Level level) {
    var finding = new Release(number, number / 10_000 + ".1").finding("Database", "db", today);

    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.mend().isEmpty()).isEqualTo(level == Level.FINE);
  }

  @ParameterizedTest
  @CsvSource({"100, FINE, 100.0 GB", "1, WARNING, 1.0 GB", "0, FAILED, 0.0 GB"})
  void a_disk_that_is_full_stops_everything(long gigabytes, Level level, String words) {
    var finding = new DiskCheck(Path.of("/data")).finding(gigabytes << 30);

    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.what()).startsWith(words);
  }

  @Test
  void a_standby_and_no_connections_are_told() {
    var standby = new Facts.Modes(true, true, true, true, "on");
    assertThat(Judgement.writing(standby).mend()).contains("primary");
    assertThat(Judgement.durability(standby).level()).isEqualTo(Level.FINE);
    assertThat(Judgement.connections(new Facts.Size("1 GB", 100, 5)).level())
        .isEqualTo(Level.WARNING);
    var latin = new Facts.Access("muster", "public", true, 0, "LATIN1");
    assertThat(Judgement.rights(latin).mend()).contains("UTF8");
    var homeless = new Facts.Access("muster", "", false, 0, "UTF8");
    assertThat(Judgement.rights(homeless).mend()).contains("create schema");
  }
}
