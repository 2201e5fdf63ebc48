package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.commands.alert.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

  @TempDir private Path home = Path.of("replaced");

  @Test
  void the_demo_is_the_sample_of_a_team_of_six() {
    var config = loaded(Configs.loader().demo());

    assertThat(config.name()).isEqualTo("LearnHub Kenya");
    assertThat(config.directory().people()).hasSize(6);
    assertThat(config.integration("alertmanager", "demo", Instant.EPOCH)).isPresent();
  }

  @Test
  void the_demo_sends_what_nobody_thought_of_to_alerts_unless_it_is_critical() {
    var routing = loaded(Configs.loader().demo()).routing();

    assertThat(routing.routeFor(Map.of("alertname", "new")).flatMap(Route::channel))
        .contains("alerts");
    assertThat(routing.routeFor(Map.of("severity", "critical")).flatMap(Route::channel))
        .contains("incidents");
    assertThat(routing.routeFor(Map.of("alertname", "slow_queries", "severity", "critical")))
        .get()
        .extracting(Route::name)
        .isEqualTo("slow queries");
  }

  @Test
  void a_folder_with_a_good_file_is_loaded() throws IOException {
    Files.writeString(home.resolve("muster.yaml"), Configs.SMALL);

    assertThat(loaded(Configs.loader().load(home)).name()).isEqualTo("LearnHub Kenya");
  }

  @Test
  void a_secret_is_read_from_a_file_without_its_line_end() throws IOException {
    var secret = Files.writeString(home.resolve("key"), "from-a-file\n");
    Files.writeString(
        home.resolve("muster.yaml"),
        Configs.SMALL
            + "integrations: {p: {source: sns, key: \"${file:%s}\"}}\n".formatted(secret));

    var config = loaded(Configs.loader().load(home));

    assertThat(config.integration("sns", "from-a-file", Instant.EPOCH)).isPresent();
  }

  @Test
  void what_is_missing_is_said_with_what_to_do() throws IOException {
    assertThat(said(home.resolve("nowhere")))
        .endsWith(
            "nowhere: there is no such folder; check the path, or make it and put a muster.yaml"
                + " there");
    assertThat(said(home))
        .endsWith(
            "muster.yaml: there is no such file; copy runbooks/samples/learnhub/muster.yaml and"
                + " make it yours");
    var other = Files.writeString(home.resolve("muster.yml"), Configs.SMALL);
    assertThat(said(home)).endsWith("not there, but muster.yml is; rename it to muster.yaml");
    assertThat(said(other))
        .endsWith("muster.yml: a file; give the folder in which muster.yaml lies");
  }

  @Test
  void parts_are_merged_in_and_files_that_would_be_passed_over_are_told() throws IOException {
    Files.writeString(home.resolve("muster.yaml"), Configs.SMALL);
    var parts = Files.createDirectory(home.resolve("conf.d"));
    Files.writeString(parts.resolve("b.yaml"), "channels: {android: {}}\n");
    Files.writeString(parts.resolve(".b.yaml.swp"), "not ours");

    assertThat(loaded(Configs.loader().load(home)).channelNames())
        .containsExactly("alerts", "android");
    Files.writeString(parts.resolve("c.yml"), "channels: {ios: {}}\n");
    assertThat(said(home))
        .endsWith("conf.d/c.yml: is not read; rename it so that it ends in .yaml");
  }

  @Test
  void the_hash_is_of_names_and_texts_wherever_they_lie() {
    var one = new ConfigFiles("", Map.of("a", "bc"));

    assertThat(new ConfigFiles("elsewhere/", Map.of("a", "bc")).hash()).isEqualTo(one.hash());
    assertThat(new ConfigFiles("", Map.of("ab", "c")).hash()).isNotEqualTo(one.hash());
    assertThat(new ConfigFiles("", Map.of("a", "bc", "d", "")).hash()).isNotEqualTo(one.hash());
  }

  @Test
  void a_file_in_another_encoding_is_refused_by_its_name() throws IOException {
    Files.write(home.resolve("muster.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});

    assertThat(said(home))
        .endsWith("muster.yaml: not UTF-8 text; save it in your editor with the encoding UTF-8");
  }

  @Test
  void a_file_far_too_large_is_not_read() throws IOException {
    Files.writeString(home.resolve("muster.yaml"), "# \n".repeat(400_000));

    assertThat(said(home)).contains("larger than 1 MiB");
  }

  private static Config loaded(Outcome outcome) {
    return switch (outcome) {
      case Loaded(var config, _, _) -> config;
      case Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static String said(Path folder) {
    return switch (Configs.loader().load(folder)) {
      case Loaded _ -> "";
      case Rejected(var problems) -> problems.getFirst().toString();
    };
  }
}
