package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.sources.Sources;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.shape.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What editors are told agrees with what is read. */
class SchemaTest {

  private static final Path SHIPPED = Path.of("../runbooks/samples/muster.schema.json");
  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub/muster.yaml");

  private final SchemaCheck schema =
      new SchemaCheck(
          new ConfigLoader(
                  Set.copyOf(Sources.names()), new Kinds(List.of()), _ -> "x", () -> Configs.NOW)
              .schema());

  @Test
  void shipped_schema_is_the_one_that_the_code_reads_by() throws IOException {
    assertThat(Files.readString(SHIPPED))
        .as("renew it: java -jar bot/target/muster.jar check --schema > runbooks/samples/…")
        .isEqualTo(SchemaText.of(schema.root()) + "\n");
  }

  @Test
  void sample_is_right_by_the_schema() throws IOException {
    assertThat(schema.faults(Files.readString(SAMPLE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiVersion: muster/v1                | apiVersion: muster/v2 | $.apiVersion",
        "timezone: Africa/Nairobi             | timezone: 3          | $.timezone",
        "roles: [admin]                       | role: [admin]        | $.people.team-lead.role",
        "from: [critical]                     | from: [dire]         | $.severities[0].from",
        "respond: 1h                          | respond: soon        | $.severities[1].respond",
        "every: 1 week                        | every: week          | layers[0].every",
        "start: 2024-12-02T00:00              | start: Monday        | layers[0].start",
        "source: alertmanager                 | source: pigeons      |"
            + " $.integrations.prometheus.source",
        "match: {alertname: slow_queries}     | match: {}            | $.routes[4].match",
        "notify: [\"channel:alerts\"]         | notify: [alerts]     | $.routes[4].notify[0]",
        "from: \"08:00\"                      | from: \"8\"          | $.businessHours.from",
        "incident: {channel: incidents}       | incident: {chanel: x} | incident.chanel",
      })
  void mistakes_are_found_where_they_are(String good, String bad, String place) throws IOException {
    var sample = Files.readString(SAMPLE);
    assertThat(sample).contains(good);

    var faults = schema.faults(sample.replaceFirst(Pattern.quote(good), bad));

    assertThat(faults).anyMatch(fault -> fault.contains(place));
  }

  /** Where the schema is content, reading may still find names that lead nowhere; not otherwise. */
  @Test
  void whatever_is_read_is_right_by_the_schema_too() throws IOException {
    var read = 0;
    try (var files = Files.list(Path.of("src/test/resources/config/broken"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        var text = Files.readString(file);
        if (Configs.problems(text).isEmpty()) {
          assertThat(schemaOfTests().faults(text)).as(file.toString()).isEmpty();
          read++;
        }
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void a_runbook_is_right_by_its_schema() {
    var runbooks = new SchemaCheck(ConfigLoader.runbookSchema());
    var runbook =
        """
        apiVersion: muster/v1
        runbook: hello
        title: Say hello
        on: {alert: {match: {alertname: down}}, schedule: [{cron: "0 3 * * SUN", timezone: UTC}]}
        inputs: {size: {type: enum, values: [a, b], default: a}, n: {type: integer, min: 1}}
        prerequisites: [{confirm: Ready?}]
        steps:
          - {id: go, uses: approve, with: {message: Go?, timeout: 15m}}
          - {uses: http, with: {url: x}, retry: {max: 3, on: [timeout]}, expect: "result.ok", if: true}
          - {checklist: [One, Two]}
        """;

    assertThat(runbooks.faults(runbook)).isEmpty();
    assertThat(runbooks.faults(runbook.replace("title", "titel")))
        .anyMatch(fault -> fault.contains("titel"));
    assertThat(runbooks.faults(runbook.replace("uses: http", "use: http")))
        .anyMatch(fault -> fault.contains("$.steps[1].use"));
  }

  @Test
  void every_key_says_what_it_is_for() {
    assertThat(schema.keysWithoutWords()).isEmpty();
  }

  private static SchemaCheck schemaOfTests() {
    return new SchemaCheck(Configs.loader().schema());
  }
}
