package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.cli.SlackManifestCommand;
import dev.muster.integrations.slack.blocks.CommandNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

class SlackManifestTest {

  private static final String URL = "https://muster.example.com";

  private CommandNames configured = CommandNames.USUAL;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Optional<String> ours, String... arguments) {
    return new CommandLine(
            new SlackManifestCommand(Commands::described, ours, () -> Optional.of(configured)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  /** Written anew by {@code muster.jar slack-manifest --url https://muster.example.com}. */
  @ParameterizedTest
  @CsvSource({"http, ", "socket, --socket"})
  void the_files_to_paste_are_what_is_printed(String name, String option) throws IOException {
    var arguments = option == null ? new String[0] : new String[] {option};
    assertThat(run(Optional.of(URL), arguments)).isZero();
    var file = Path.of("deploy", "slack-manifest." + name + ".yaml");
    assertThat(file).hasContent(out.toString());
  }

  @Test
  void slack_calls_us_where_it_can() {
    run(Optional.of(URL + "/"));
    assertThat(at("settings", "event_subscriptions", "request_url"))
        .isEqualTo(URL + "/slack/events");
    assertThat(at("settings", "interactivity", "message_menu_options_url"))
        .isEqualTo(URL + "/slack/events");
    assertThat(at("settings", "socket_mode_enabled")).isEqualTo(false);
    assertThat(at("features", "unfurl_domains")).isEqualTo(List.of("muster.example.com"));
    assertThat(commands()).contains("/muster", "/incident", "/runbook", "/ops").hasSize(6);
  }

  @Test
  void a_socket_needs_no_address() {
    assertThat(run(Optional.empty(), "--socket")).isZero();
    assertThat(out.toString()).doesNotContain("request_url").doesNotContain("unfurl_domains");
    assertThat(at("settings", "socket_mode_enabled")).isEqualTo(true);
  }

  @Test
  void commands_of_the_workspace_can_have_other_names() {
    run(Optional.of(URL), "--names", "long");
    assertThat(commands()).contains("/muster", "/muster-incident").doesNotContain("/incident");
  }

  @Test
  void the_short_ones_can_be_left_out() {
    run(Optional.of(URL), "--names", "root");
    assertThat(commands()).isEqualTo(List.of("/muster"));
  }

  @Test
  void the_configuration_names_them_one_by_one() {
    configured = new CommandNames(Map.of("muster", "mst", "incident", "inc", "alert", ""));
    run(Optional.of(URL));
    assertThat(commands()).containsExactlyInAnyOrder("/mst", "/inc", "/oncall", "/runbook", "/ops");
  }

  @Test
  void what_it_names_is_called_so_whatever_the_others_are() {
    configured = new CommandNames(Map.of("incident", "inc"));
    run(Optional.of(URL), "--names", "root");
    assertThat(commands()).containsExactly("/muster", "/inc");
    out.getBuffer().setLength(0);
    run(Optional.of(URL), "--names", "long");
    assertThat(commands()).contains("/inc", "/muster-oncall").doesNotContain("/muster-incident");
  }

  @ParameterizedTest
  @CsvSource({"http://muster.example.com", "muster.example.com", "'https:// '"})
  void what_slack_does_not_call_is_refused(String url) {
    assertThat(run(Optional.of(url))).isEqualTo(2);
    assertThat(err.toString()).contains("--url https://muster.example.com", "--socket");
    assertThat(out.toString()).isEmpty();
  }

  /** Slack shows a hint in one line beside what is typed. */
  @Test
  void hints_are_short_and_lead_to_the_rest() {
    run(Optional.of(URL));
    assertThat(hints())
        .hasSize(6)
        .allMatch(hint -> hint.length() <= 60)
        .contains(
            "help | incident | oncall | alert | runbook | ops | …",
            "declare | list | show | timeline | ack | mitigate | … | help",
            "who | mine | schedule",
            "list | show | silence | silences | unsilence");
  }

  private List<String> hints() {
    return ((List<?>) at("features", "slash_commands"))
        .stream().map(one -> String.valueOf(((Map<?, ?>) one).get("usage_hint"))).toList();
  }

  @Test
  void a_slip_in_the_names_is_told() {
    assertThat(run(Optional.of(URL), "--names", "lang")).isEqualTo(2);
    assertThat(err.toString()).contains("short, long or root");
  }

  private List<String> commands() {
    return ((List<?>) at("features", "slash_commands"))
        .stream().map(one -> String.valueOf(((Map<?, ?>) one).get("command"))).toList();
  }

  private Object at(String... path) {
    var here = new Load(LoadSettings.builder().build()).loadFromString(out.toString());
    for (var key : path) {
      here = ((Map<?, ?>) here).get(key);
    }
    return here;
  }
}
