package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The doctor of a Muster with Slack and an embedded database, beside it and in its chat. */
class DoctorIT {

  private static final String CONFIGURATION =
      """
      apiVersion: muster/v1
      name: LearnHub Kenya
      timezone: Africa/Nairobi
      people:
        lead: {name: Lead, slack: U01AAAA, roles: [admin]}
      roles: {admin: ["*"]}
      channels:
        incidents: {slack: %s}
        ops: {}
      notices: ops
      integrations:
        prometheus: {source: alertmanager, key: "${env:ALERTMANAGER_KEY}"}
      routes:
        - {name: everything, incident: {channel: incidents}}
      """;

  @AutoClose private final FakeSlack slack = FakeSlack.start(InstantSource.system());
  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path home;
  @TempDir Path data;
  private Place incidents;

  @BeforeEach
  void setUp() throws IOException {
    incidents = slack.channel("incidents");
    slack.user("U01AAAA");
    slack.sockets();
    Files.writeString(home.resolve("muster.yaml"), CONFIGURATION.formatted(incidents.id()));
  }

  private Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("MUSTER_HOME", home.toString());
    environment.put("MUSTER_DATA", data.toString());
    environment.put("BIND", "127.0.0.1");
    environment.put("ALERTMANAGER_KEY", "a-key-that-nobody-guesses");
    environment.put("MUSTER_API_TOKEN", "demo");
    environment.put("SLACK_BOT_TOKEN", slack.tokens().bot().secret());
    environment.put("SLACK_APP_TOKEN", slack.tokens().app().secret());
    environment.put("SLACK_API_URL", slack.apiUrl());
    return environment;
  }

  /** As it is printed, without what is different each time. */
  private String doctor(int exit, String port) {
    var environment = environment();
    environment.put("PORT", port);
    environment.put("MUSTER_URL", "http://127.0.0.1:" + port);
    var process = musters.begin(environment, "doctor");
    assertThat(process.end()).as(process.output()).isEqualTo(exit);
    return process
        .output()
        .replace(data.toString(), "DATA")
        .replace(":" + port, ":PORT")
        .replaceAll("PostgreSQL \\d+\\.\\d+", "PostgreSQL 18.1")
        .replaceAll("\\d+\\.\\d GB", "20.0 GB")
        .replaceAll("\\d+ of \\d+ connections are free; the database holds \\d+ [kM]B", "SIZE")
        .replaceAll("more than it needs: [^.]*", "more than it needs: SOME");
  }

  private MusterProcess running() {
    var muster = musters.startOn(data, environment());
    await().until(() -> slack.sockets().count() > 0);
    return muster;
  }

  private static String port(MusterProcess muster) {
    return Integer.toString(muster.url().getPort());
  }

  @Test
  void beside_a_muster_that_is_well_there_is_nothing_to_mend() {
    assertThat(doctor(0, port(running())))
        .isEqualTo(
            """
            To look at
              MUSTER_URL: It is http: logins and tokens can be read on their way.
                Put a proxy with a certificate before Muster, and write https:// in MUSTER_URL.
              MUSTER_URL: http://127.0.0.1:PORT/ leads to this Muster on this machine only.
                Set it to an address that people's machines know.

            Not in use
              Slack user groups: No schedule of muster.yaml has a userGroup.
              Mail: SMTP_URL is not set, and no route tells anybody by mail.

            Fine
              Muster itself: It is ready at http://127.0.0.1:PORT.
              Running Muster: It has its configuration, and could send what it had to.
              Slack socket: It is open.
              Configuration: The files are right, and are number 1, in use.
              Database: PostgreSQL 18.1 at DATA (embedded).
              Database writes: It is a primary and takes them.
              Database durability: What is committed outlives a power failure.
              Database rights: muster may do all that Muster needs.
              Database connections: SIZE.
              Clock and the database's: This machine's clock is within 3 s of the database's.
              Database tables: They are of this version.
              Disk: 20.0 GB are free in DATA.
              Slack token: Muster is @muster in Muster.
              Slack scopes: The app may do all that Muster needs. It has more than it needs: SOME.
              Clock and Slack's: This machine's clock is within 3 s of Slack's.
              Slack app token: Slack lets Muster open a socket.
              Slack channels: Muster can write to 1 channel there.
              People in Slack: Slack knows 1 id of muster.yaml.
              Runbooks: None of your own; those of the library are there.

            19 fine, nothing to mend, 2 to look at, 2 not in use
            """);
  }

  @Test
  void without_a_muster_it_says_what_only_a_running_one_knows_and_starts_nothing() {
    var muster = running();
    assertThat(muster.stop()).isEqualTo(MusterProcess.TERMINATED);

    assertThat(doctor(0, port(muster)))
        .contains(
            "Not looked at\n",
            "Muster itself: Nothing answers at http://127.0.0.1:PORT: it does not run, or"
                + " elsewhere",
            "Only a Muster that runs knows whether Slack reaches it",
            "Database: The embedded one in DATA runs as long as Muster does, and does not now.",
            "Slack channels: Muster can write to 1 channel there.")
        .containsPattern(
            "fine, nothing found to mend, 2 to look at, 2 not looked at, 2 not in use");
    assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_first_look_leaves_nothing_behind() {
    assertThat(doctor(0, "1")).contains("Database: The embedded one in DATA");
    assertThat(data).isEmptyDirectory();
  }

  /** What Muster would not start with is told among all else. */
  @Test
  void a_wrong_environment_is_told_with_all_that_can_be_looked_at() {
    var environment = environment();
    environment.put("PORT", "http");
    environment.put("BIND", "bad host");
    environment.put("DATABASE_URL", "mysql://muster:hunter2@db/muster");
    environment.put("SMTP_URL", "mail.example.org");
    environment.put("SLACK_BOT_TOKEN", "xoxp-hunter2");
    var process = musters.begin(environment, "doctor");

    assertThat(process.end()).as(process.output()).isEqualTo(1);
    assertThat(process.output())
        .startsWith("To mend\n  Environment: ")
        .contains(
            "Environment: PORT=http is no port; write a number up to 65535.\n",
            "Environment: BIND=bad host is no address of this machine",
            "Environment: DATABASE_URL: write the database's address as postgresql://",
            "Environment: SMTP_URL: write the mail server's address as smtp://",
            "Environment: SLACK_BOT_TOKEN does not begin with xoxb-",
            "Muster itself: PORT cannot be read, as said above.",
            "Configuration: The files are right.",
            "5 to mend",
            ", 4 not looked at\n")
        .doesNotContain("hunter2", "is not set, and no route");
  }

  @Test
  void without_a_configuration_it_says_what_that_leaves_out() {
    var environment = environment();
    environment.remove("MUSTER_HOME");
    environment.put("PORT", "1");
    var process = musters.begin(environment, "doctor");

    assertThat(process.end()).as(process.output()).isZero();
    assertThat(process.output())
        .contains(
            "Configuration: MUSTER_HOME is not set here, so that this looks at the demo.",
            "Slack: SLACK_BOT_TOKEN is set, but without MUSTER_HOME",
            "nothing found to mend, 4 not looked at");
  }

  /** Slack waits for three seconds, the doctor for five. */
  @Test
  void in_slack_whoever_asks_is_told_alone_though_a_check_hangs() {
    incidents.with("U01AAAA");
    slack.patience(Duration.ofSeconds(60));
    slack.faults().on("conversations.info").always().hang(Duration.ofSeconds(30));
    var _ = running();

    var lead = slack.user("U01AAAA");
    assertThat(lead.slash("/muster", "doctor").in(incidents).taken()).isTrue();
    lead.takeEphemeral("Still working on /muster doctor");
    assertThat(lead.takeEphemeral("There was no answer within 5 s.").shown())
        .contains("To mend", "Slack channels", "1 to mend", "Slack scopes");
  }

  @Test
  void what_is_wrong_comes_first_in_the_terminal_and_in_the_chat() throws IOException {
    var muster = running();
    incidents.archived();
    slack.tokens().bot().take("chat:write");
    slack.member("U01AAAA").delete();

    var said = MusterApi.of(muster).command("lead", "/muster doctor").getString("text");
    var lines = said.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("To mend");
    assertThat(said)
        .contains(
            "Slack scopes  The app lacks chat:write. Print the manifest",
            "#incidents in Slack  The channel is archived: nobody can write there. Unarchive",
            "@lead in Slack  This person was deactivated in Slack",
            "Slack socket, ");
    assertThat(lines.getLast()).matches("\\d+ fine, 3 to mend, 1 to look at, 2 not in use");

    Files.writeString(home.resolve("muster.yaml"), "nme: typo\n");
    assertThat(doctor(1, port(muster)))
        .startsWith("To mend\n")
        .contains(
            "Configuration: The files are broken (",
            "muster.yaml:1:1: ",
            "Slack scopes: The app lacks chat:write.",
            "Slack channels and people: The configuration that names them is broken.")
        .doesNotContain(slack.tokens().bot().secret(), slack.tokens().app().secret());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> doctor(1, port(muster)).contains("Running Muster: It says that something"));
  }
}
