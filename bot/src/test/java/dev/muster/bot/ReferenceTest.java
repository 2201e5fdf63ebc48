package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.runbooks.kind.KindsPage;
import dev.muster.runbooks.shape.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is written from the code says what the code says. */
class ReferenceTest {

  private static final Path RUNBOOKS = Path.of("../runbooks");

  @Test
  void the_schema_of_runbooks_is_the_one_that_the_code_reads_by() throws IOException {
    assertThat(Files.readString(RUNBOOKS.resolve("samples/runbook.schema.json")))
        .as(
            "renew it: java -jar bot/target/muster.jar check --runbook-schema >"
                + " runbooks/samples/runbook.schema.json")
        .isEqualTo(SchemaText.of(ConfigLoader.runbookSchema()) + "\n");
  }

  @Test
  void the_page_of_kinds_says_what_they_declare() throws IOException {
    assertThat(Files.readString(RUNBOOKS.resolve("KINDS.md")))
        .as("renew it: java -jar bot/target/muster.jar check --kinds > runbooks/KINDS.md")
        .isEqualTo(KindsPage.of(StepKinds.all()) + "\n");
  }
}
