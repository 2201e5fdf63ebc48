package dev.muster.integrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {

  @TempDir Path folder;

  @Test
  void data_of_another_major_version_is_refused_with_a_way_on() throws IOException {
    Files.writeString(data().resolve("PG_VERSION"), "15\n");

    refused()
        .hasMessageContaining("is of PostgreSQL 15")
        .hasMessageContaining("brings PostgreSQL 18")
        .hasMessageContaining("pg_dump")
        .hasMessageContaining("MUSTER_DATA");
    assertThat(folder.resolve("postgres/password")).doesNotExist();
  }

  @Test
  void folder_with_other_things_in_it_is_left_alone() throws IOException {
    var theirs = Files.writeString(data().resolve("thesis.txt"), "of a year");

    refused().hasMessageContaining("is not the data of a PostgreSQL");
    assertThat(theirs).hasContent("of a year");
  }

  @Test
  void file_in_place_of_the_folder_is_refused() throws IOException {
    Files.writeString(folder.resolve("postgres"), "a file");

    refused().hasMessageContaining("Cannot make the data folder");
  }

  @Test
  void lost_password_is_named() throws IOException {
    Files.writeString(data().resolve("PG_VERSION"), "18\n");

    refused().hasMessageContaining("postgres/password").hasMessageContaining("restore");
  }

  @Test
  void setting_that_postgres_refuses_is_told_in_its_own_words() throws IOException {
    Prepared.lendAll(Layout.under(folder));
    Files.writeString(data().resolve("postgresql.auto.conf"), "shared_buffers = 'much'\n");

    refused().hasMessageContaining("does not start").hasMessageContaining("shared_buffers");
    assertThat(Databases.isServed(folder)).isFalse();
  }

  @Test
  void machine_without_bundled_programs_is_told_to_bring_its_own() {
    assertThat(Binaries.resource("linux", "amd64")).isEqualTo("/postgres-linux-x86_64.txz");
    assertThat(Binaries.resource("linux", "aarch64")).isEqualTo("/postgres-linux-arm_64.txz");
    assertThat(Binaries.resource("mac os x", "aarch64")).isEqualTo("/postgres-darwin-arm_64.txz");
    assertThatThrownBy(() -> Binaries.open("linux", "s390x"))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("DATABASE_URL");
  }

  @Test
  void full_disk_and_closed_folder_come_with_advice() {
    assertThat(EmbeddedPostgresException.because("x", "write: No space left on device", null))
        .hasMessageContaining("Free some space");
    assertThat(EmbeddedPostgresException.because("x", "mkdir: Permission denied", null))
        .hasMessageContaining("Let the user that runs Muster");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused() {
    return assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(EmbeddedPostgresException.class);
  }

  private Path data() throws IOException {
    return Files.createDirectories(folder.resolve("postgres/data"));
  }
}
