package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.muster.bot.config.SampleRules;
import dev.muster.bot.config.SampleRules.Rule;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the sample, from a real Alertmanager with the sample's own configuration. */
class LearnhubRulesIT {

  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** It mutes others, so it fires last. */
  private static final String MUTES = "database_down";

  /** Who has the week, in their order; the backup has the next. */
  private static final List<String> ROTATION =
      List.of("devops", "backend", "android-lead", "android-1");

  /** Whom the team's document has mailed besides. */
  private static final Map<String, String> MAILED =
      Map.of(
          "service_down", "on-call@learnhub.example",
          "database_down", "cto@learnhub.example",
          "high_cpu_usage", "ops@learnhub.example",
          "disk_space_low", "ops@learnhub.example",
          "memory_critical", "ops@learnhub.example",
          "disk_critical", "ops@learnhub.example",
          "replication_lag_critical", "ops@learnhub.example");

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private final Instant began = Instant.now();
  private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @BeforeEach
  void startMail() {
    mail.start();
  }

  @AfterEach
  void stopMail() {
    mail.stop();
  }

  @Test
  void promtool_accepts_the_rules_and_finds_each_threshold_where_it_is_said_to_be()
      throws Exception {
    var promtool = Needed.program("/usr/bin/promtool", "prometheus");

    run(promtool.toString(), "check", "rules", "prometheus-rules.yaml");
    run(promtool.toString(), "test", "rules", "prometheus-tests.yaml");
  }

  @Test
  void each_rules_alert_reaches_its_severity_channel_and_people() throws IOException {
    var rules = SampleRules.read();
    var muster = muster();
    var api = MusterApi.of(muster);
    try (var alertmanager = Alertmanager.start(folder, configuration(muster))) {
      rules.stream()
          .filter(rule -> !rule.name().equals(MUTES))
          .forEach(rule -> fire(alertmanager, rule));
      await().atMost(PATIENCE).until(() -> api.all("alerts").size() == rules.size() - 1);
      rules.stream()
          .filter(rule -> rule.name().equals(MUTES))
          .forEach(rule -> fire(alertmanager, rule));
      await().atMost(PATIENCE).until(() -> api.all("alerts").size() == rules.size());

      var mails =
          rules.stream()
              .mapToInt(rule -> MAILED.getOrDefault(rule.name(), "").isEmpty() ? 0 : 1)
              .sum();
      assertThat(mail.waitForIncomingEmail(PATIENCE.toMillis(), mails)).isTrue();
      var onCall = onCall(api, "primary") + ", " + onCall(api, "backup");
      var mailed = mailed();

      var reached =
          api.all("alerts").stream()
              .map(alert -> reached(api, alert, onCall, mailed))
              .sorted()
              .toList();

      System.out.println(line("ALERT", "SEVERITY", "CHANNEL", "ON CALL", "MAILED"));
      System.out.println(String.join("\n", reached));
      assertThat(reached).containsExactlyElementsOf(expected(rules));
      assertThat(mail.getReceivedMessages()).hasSize(mails);
    }
  }

  /** The demo with a mail server: the sample is what it runs on. */
  private MusterProcess muster() {
    return musters.startOn(
        folder.resolve("data"), Map.of("SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort()));
  }

  private List<String> expected(List<Rule> rules) {
    var primary = turn(0);
    var backup = turn(1);
    return rules.stream()
        .map(rule ->
            line(
                rule.name(),
                rule.severity(),
                "#" + SampleRules.channel(rule),
                primary + ", " + backup,
                MAILED.getOrDefault(rule.name(), "")))
        .sorted()
        .toList();
  }

  /** Weeks from Monday midnight in Nairobi on, counted from the rotation's first. */
  private String turn(int later) {
    var nairobi = ZoneId.of("Africa/Nairobi");
    var first = LocalDateTime.parse("2024-12-02T00:00").atZone(nairobi);
    var weeks = ChronoUnit.WEEKS.between(first, began.atZone(nairobi));
    return ROTATION.get((int) ((weeks + later) % ROTATION.size()));
  }

  private static String onCall(MusterApi api, String schedule) {
    var now = api.get("/api/v1/oncall?schedule=" + schedule).getJsonArray("onCall");
    return MusterApi.only(now).getString("person");
  }

  /** Who got which incident's mail, by its number. */
  private Map<String, String> mailed() {
    return Stream.of(mail.getReceivedMessages())
        .collect(
            Collectors.toMap(
                one -> numberIn(header(one, "Subject")),
                one -> header(one, "To"),
                (a, b) -> a + " " + b));
  }

  private static String header(MimeMessage message, String name) {
    try {
      return MimeUtility.decodeText(message.getHeader(name, null));
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static String numberIn(String subject) {
    return subject.replaceFirst("(?s).*\\(#(\\d+)\\)$", "$1");
  }

  private static String reached(
      MusterApi api, JsonObject alert, String onCall, Map<String, String> mailed) {
    var id = alert.getLong("incidentId");
    var incident = api.get("/api/v1/incidents/" + id);
    return line(
        alert.getJsonObject("labels").getString("alertname"),
        incident.getString("severity"),
        "#" + incident.getString("channel"),
        onCall,
        mailed.getOrDefault(id.toString(), ""));
  }

  private static String line(
      String alert, String severity, String channel, String onCall, String mailed) {
    return "%-26s %-9s %-11s %-24s %s".formatted(alert, severity, channel, onCall, mailed).strip();
  }

  /** Each on a machine of its own, so that none mutes its neighbour. */
  private void fire(Alertmanager alertmanager, Rule rule) {
    var labels = new TreeMap<>(rule.labels());
    labels.put("instance", "on-" + rule.name());
    labels.putIfAbsent("service", "of-" + rule.name());
    alertmanager.fire(labels, began);
  }

  private static String configuration(MusterProcess muster) throws IOException {
    var text = Files.readString(SAMPLE.resolve("alertmanager.yaml"));
    return text.replaceFirst("https://muster\\S+", muster.url() + "v1/alerts/alertmanager")
        .replaceFirst("credentials_file: \\S+", "credentials: demo")
        .replace("group_wait: 10s", "group_wait: 0s");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(SAMPLE.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
