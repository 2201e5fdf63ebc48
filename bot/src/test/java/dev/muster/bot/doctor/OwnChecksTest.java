package dev.muster.bot.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.Configs;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.health.AddressProof;
import dev.muster.commands.configuration.Accepted;
import dev.muster.commands.configuration.AcceptedConfigurations;
import dev.muster.commands.configuration.Proposal;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.Mailer;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.postgres.configuration.PostgresAcceptedConfigurations;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OwnChecksTest {

  private static final URI LOCAL = URI.create("http://127.0.0.1:8080");
  private static final String PEOPLE = "https://muster.example.org/";
  private static final Problem PROBLEM =
      new Problem(Place.wholeOf("muster.yaml"), Problem.Kind.ERROR, "`nme` is unknown");

  private static String said(Check check) throws InterruptedException {
    return said(check.look());
  }

  private static String said(List<Finding> findings) {
    return findings.stream()
        .map(it -> (it.level() + " " + it.about() + ": " + it.what() + " " + it.mend()).strip())
        .collect(Collectors.joining("\n"));
  }

  /** Lets us in or not, and remembers how the last mail went. */
  private record Post(Optional<MailException> now, Optional<MailException> last) implements Mailer {
    @Override
    public void send(Mail mail) {
      throw new AssertionError("a check sends no mail");
    }

    @Override
    public void check() {
      now.ifPresent(it -> {
        throw it;
      });
    }

    @Override
    public Optional<MailException> lastFailure() {
      return last;
    }
  }

  private static Optional<MailException> trouble(String words) {
    return Optional.of(new MailException(MailException.Outcome.NOT_SENT, words, null));
  }

  @Test
  void mail_that_is_missing_matters_where_somebody_is_told_by_it() throws InterruptedException {
    assertThat(said(new MailCheck(Mailer.none(), List::of))).startsWith("UNUSED Mail: SMTP_URL");
    assertThat(said(new MailCheck(Mailer.none(), () -> List.of("service down"))))
        .startsWith("FAILED Mail: SMTP_URL is not set, though these routes")
        .contains("by mail: service down. Set SMTP_URL");
  }

  @Test
  void a_mail_server_is_tried_without_a_mail() throws InterruptedException {
    var none = Optional.<MailException>empty();
    var refused = trouble("the mail server mx:587 does not let us in as ops: 535");
    assertThat(said(new MailCheck(new Post(none, none), List::of)))
        .isEqualTo("FINE Mail: The mail server lets Muster in.");
    assertThat(said(new MailCheck(new Post(refused, none), List::of)))
        .startsWith("FAILED Mail: Now the mail server mx:587 does not let us in as ops: 535.");
    assertThat(said(new MailCheck(new Post(none, trouble("550 no such user")), List::of)))
        .startsWith("WARNING Mail: The mail server lets Muster in, but the last mail did not go");
  }

  private record Kept(Accepted last) implements AcceptedConfigurations {
    @Override
    public Optional<Accepted> accept(Proposal proposal, long after) {
      throw new AssertionError("a check changes nothing");
    }

    @Override
    public Optional<Accepted> latest() {
      return Optional.of(last);
    }

    @Override
    public long latestVersion() {
      return last.version();
    }

    @Override
    public boolean wereAccepted(String hash) {
      return hash.equals(files("old").hash());
    }
  }

  private static ConfigFiles files(String name) {
    return ConfigFiles.of("muster.yaml", "name: " + name);
  }

  private static FilesCheck files(String here, String inUse) {
    var accepted = new Accepted(7, files(inUse).hash(), Map.of(), Instant.EPOCH, "one");
    return new FilesCheck(loaded(here), Optional.of(new Kept(accepted)));
  }

  private static Outcome loaded(String here) {
    return new Outcome.Loaded(
        Configs.with("routes: [{notify: [\"channel:alerts\"]}]\n"), files(here), List.of(PROBLEM));
  }

  @Test
  void files_are_compared_with_what_replicas_run() throws InterruptedException {
    assertThat(said(files("new", "new")))
        .startsWith("FINE Configuration: The files are right, and are number 7, in use.")
        .contains("1 warning: java -jar muster.jar check");
    assertThat(said(files("old", "new")))
        .startsWith("WARNING Configuration: The files here are older than number 7");
    assertThat(said(files("newer", "new")))
        .startsWith(
            "WARNING Configuration: The files here are right, and not in use: number 7 is.");
  }

  /** Such as before its first start. */
  @Test
  void a_database_without_tables_does_not_hide_that_the_files_are_right()
      throws InterruptedException {
    try (var pool = Pools.open(DatabaseAddress.parse(TestPostgres.newDatabase()), "test", 1)) {
      var accepted = new PostgresAcceptedConfigurations(new Database(pool), InstantSource.system());
      assertThat(said(new FilesCheck(loaded("new"), Optional.of(accepted))))
          .startsWith("FINE Configuration: The files are right.");
    }
  }

  @Test
  void broken_files_name_their_first_problem() throws InterruptedException {
    var broken = new Outcome.Rejected(List.of(PROBLEM, PROBLEM));
    assertThat(said(new FilesCheck(broken, Optional.empty())))
        .startsWith("FAILED Configuration: The files are broken (2 problems): " + PROBLEM + ".");
  }

  @Test
  void the_figures_of_a_running_muster_are_read() {
    var figures =
        """
        # HELP muster_ready Whether it is ready
        muster_ready 1.0
        muster_troubles 2.0
        muster_slack_socket_open 0.0
        muster_slack_heard_seconds NaN
        """;
    assertThat(said(new ServerFigures(figures, PEOPLE, false).findings("Muster itself", LOCAL)))
        .isEqualTo(
            """
            FINE Muster itself: It is ready at http://127.0.0.1:8080.
            FAILED Running Muster: It says that something is to be mended: 2. \
            What stands in other findings here, in its log, and on its console, \
            https://muster.example.org/. To see that, log in with the link that \
            java -jar muster.jar login PERSON prints.
            FAILED Slack socket: It is not open: nothing from Slack arrives. \
            Muster opens it again by itself. If it stays so, mend what is said of the Slack app token \
            here; if nothing is, why stands in Muster's log: "Slack's socket cannot be opened".
            WARNING Slack requests: None has come since the start. \
            Type /muster help in Slack. If nothing answers, see that the Request URL at \
            api.slack.com/apps is MUSTER_URL/slack/events in all three places (slash commands, \
            interactivity, events), and that SLACK_SIGNING_SECRET is the Signing Secret there.\
            """);
    assertThat(
            said(
                new ServerFigures(
                        "muster_ready 1.0\nmuster_troubles 0.0\nmuster_slack_heard_seconds 75.0\n",
                        PEOPLE,
                        false)
                    .findings("Muster itself", LOCAL)))
        .contains("FINE Running Muster:", "FINE Slack requests: The last one came 1 min ago.");
    assertThat(said(new ServerFigures("<html>", PEOPLE, false).findings("Muster itself", LOCAL)))
        .startsWith("WARNING Muster itself: What answers at http://127.0.0.1:8080 is no Muster");
  }

  @Test
  void nobody_is_sent_to_log_in_to_the_demo() {
    var demo = ServerCheck.on("127.0.0.1", 8080, Optional.empty(), true);

    assertThat(demo.console()).isEqualTo("http://127.0.0.1:8080/");
    assertThat(
            said(
                new ServerFigures(
                        "muster_ready 1.0\nmuster_troubles 2.0\n", demo.console(), demo.isDemo())
                    .findings("Muster itself", LOCAL)))
        .endsWith("and on its console, http://127.0.0.1:8080/.");
  }

  @Test
  void people_are_sent_to_the_address_that_they_reach_it_by() {
    assertThat(ServerCheck.on("0.0.0.0", 8080, Optional.of(PEOPLE), false).console())
        .isEqualTo(PEOPLE);
  }

  @Test
  void a_muster_that_is_not_ready_says_why() throws IOException, InterruptedException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/health/ready",
        exchange -> {
          var body = "{\"status\":\"down\",\"reason\":\"The database is away\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try {
      assertThat(said(new ServerCheck(url, PEOPLE, false)))
          .startsWith(
              "FAILED Muster itself: It runs at %s and is not ready: The database is away."
                  .formatted(url));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_muster_on_all_interfaces_or_on_ipv6_is_looked_for_where_it_is() {
    assertThat(ServerCheck.on("0.0.0.0", 8080, Optional.empty(), false).url()).isEqualTo(LOCAL);
    assertThat(ServerCheck.on("::", 8080, Optional.empty(), false).url())
        .hasHost("[::1]")
        .hasPort(8080);
    assertThat(ServerCheck.on("::1", 8080, Optional.empty(), false).url())
        .hasHost("[::1]")
        .hasPort(8080);
    assertThat(ServerCheck.on("localhost", 8080, Optional.empty(), false).url())
        .hasHost("localhost");
  }

  /** The demo of another product, or somebody who means harm. */
  @Test
  void what_answers_without_end_is_not_read_to_its_end() throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", OwnChecksTest::endless);
    server.start();
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var needs = new AddressCheck.Needs(true, false);
    try {
      assertThat(said(new ServerCheck(url, PEOPLE, false)))
          .contains("is no Muster, or an older one");
      var proof = Optional.of(new AddressProof("key"));
      var clock = InstantSource.system();
      var address = new AddressCheck(Optional.of(url.toString()), needs, () -> proof, clock);
      assertThat(said(address)).contains("something answers that is not this Muster");
    } finally {
      server.stop(0);
    }
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    var much = new byte[1 << 16];
    try (exchange) {
      while (!Thread.currentThread().isInterrupted()) {
        exchange.getResponseBody().write(much);
      }
    } catch (IOException enough) {
      assertThat(enough).isNotNull();
    }
  }

  @Test
  void nothing_that_answers_is_no_fault() throws InterruptedException {
    assertThat(said(new ServerCheck(URI.create("http://127.0.0.1:1"), PEOPLE, false)))
        .startsWith("SKIPPED Muster itself: Nothing answers at http://127.0.0.1:1");
  }
}
