package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 in the middle of a step of each class: its run goes on, and nothing is done twice. */
@Tag("alone")
class RunKillIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WAIT = "15s";

  private static final String TEAM =
      """
      apiVersion: muster/v1
      name: Shop
      timezone: Africa/Nairobi
      people: {devops: {name: DevOps Engineer, roles: [everything]}}
      roles: {everything: ["*"]}
      channels: {ops: {}}
      notices: ops
      routes: [{notify: ["channel:ops"]}]
      vars: {target: %s}
      secrets: {allow: [SHOP_URL]}
      steps: {http: {allow: [127.0.0.1]}}
      """;

  private static final String HEAD =
      """
      apiVersion: muster/v1
      runbook: %1$s
      title: %1$s
      reviewed: 2026-11-22
      inputs: {url: {type: secret, from: SHOP_URL}}
      steps:
        - {id: held, %2$s}
        - {id: last, uses: http, with: {url: "${{ vars.target }}/last-%1$s"}}
      """;

  private static final String WAITED =
      "select ended_at - requested_at >= interval '%s' from run where runbook = 'waits'"
          .formatted(WAIT);

  private static final Map<String, String> STEPS = steps();

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path home;

  private final HeldTarget target = HeldTarget.start();
  private final String database = TestPostgres.newMusterDatabase();
  private final String shop = TestPostgres.newDatabase();
  private final Sql sql = new Sql(database);

  private static Map<String, String> steps() {
    var steps = new LinkedHashMap<String, String>();
    steps.put("reads", "uses: http, with: {url: \"${{ vars.target }}/reads\"}");
    steps.put("idempotent", request("PUT", "idempotent"));
    steps.put("changes", request("POST", "changes"));
    steps.put(
        "looked-after",
        "uses: postgres/create-index-concurrently, with: {url: \"${{ inputs.url }}\", table: item,"
            + " columns: [n], index: item_n}");
    steps.put("nested", "uses: runbook, with: {runbook: deep}");
    steps.put("deep", "uses: http, with: {url: \"${{ vars.target }}/deep\"}");
    steps.put("waits", "uses: wait, with: {for: " + WAIT + "}");
    steps.put("confirms", "uses: confirm, with: {message: \"Is it so?\"}");
    steps.put("approves", "uses: approve, with: {message: \"Go on?\"}");
    return steps;
  }

  private static String request(String method, String path) {
    return "uses: http, with: {method: %s, url: \"${{ vars.target }}/%s\"}".formatted(method, path);
  }

  @BeforeEach
  void write() throws IOException, SQLException {
    Files.writeString(home.resolve("muster.yaml"), TEAM.formatted(target.url()));
    var runbooks = Files.createDirectory(home.resolve("runbooks"));
    for (var step : STEPS.entrySet()) {
      Files.writeString(
          runbooks.resolve(step.getKey() + ".yaml"),
          HEAD.formatted(step.getKey(), step.getValue()));
    }
    try (var connection = DriverManager.getConnection(shop);
        var statement = connection.createStatement()) {
      statement.execute("create table item (n int)");
    }
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void started_again_it_goes_on_with_each_run_as_it_may() throws SQLException {
    killInTheMiddle(replica(), () -> {});

    assertGoesOn(replica());
  }

  @Test
  void another_replica_goes_on_with_each_run_as_it_may() throws SQLException {
    var other = new AtomicReference<MusterProcess>();
    killInTheMiddle(replica(), () -> other.set(replica()));

    assertGoesOn(other.get());
  }

  private void killInTheMiddle(MusterProcess doomed, Runnable before) throws SQLException {
    try (var _ = heldItems()) {
      var api = MusterApi.of(doomed);
      STEPS.keySet().stream()
          .filter(name -> !name.equals("deep"))
          .forEach(name -> start(api, name));
      await("all are in the middle").atMost(PATIENCE).until(this::areInTheMiddle);
      before.run();
      doomed.kill();
    }
    target.letGo();
    await("what PostgreSQL was asked for happens").atMost(PATIENCE).until(this::isBuilt);
  }

  private void start(MusterApi api, String runbook) {
    var offer = api.command("devops", "/runbook run " + runbook);
    run(offer.getJsonArray("blocks")).ifPresent(command -> api.command("devops", command));
  }

  /** What the button does that starts what was shown. */
  private static Optional<String> run(JsonArray blocks) {
    return blocks.stream()
        .map(JsonObject.class::cast)
        .flatMap(block -> block.getJsonArray("buttons", new JsonArray()).stream())
        .map(JsonObject.class::cast)
        .filter(button -> button.getString("label").equals("Run"))
        .map(button -> button.getString("command"))
        .findFirst();
  }

  private boolean areInTheMiddle() {
    return Stream.of("reads", "idempotent", "changes", "deep")
            .allMatch(path -> target.heard("/" + path) == 1)
        && new Sql(shop).column("select pid from pg_stat_progress_create_index").size() == 1
        && state("waits").equals("sleeping")
        && state("confirms").equals("asking")
        && state("approves").equals("asking");
  }

  private boolean isBuilt() {
    return new Sql(shop)
        .column("select 1 from pg_index where indrelid = 'item'::regclass and indisvalid")
        .equals(List.of("1"));
  }

  private void assertGoesOn(MusterProcess muster) {
    var api = MusterApi.of(muster);
    await("all that can goes on").atMost(PATIENCE).until(this::wentOn);
    assertThat(state("changes")).isEqualTo("needs-attention");
    assertThat(state("confirms")).isEqualTo("asking");
    assertThat(state("approves")).isEqualTo("asking");

    api.command("devops", "/runbook done " + id("changes"));
    api.command("devops", "/runbook confirm " + id("confirms"));
    assertThat(api.command("devops", "/runbook approve " + id("approves")).getString("text"))
        .contains("A token never votes");
    assertThat(state("approves")).isEqualTo("asking");
    api.command("devops", "/runbook cancel " + id("approves"));
    await("all end").atMost(PATIENCE).until(() -> states().equals(List.of("ended")));
    assertNothingTwice();
  }

  private boolean wentOn() {
    return Stream.of("reads", "idempotent", "looked-after", "nested", "deep", "waits")
            .allMatch(name -> state(name).equals("ended"))
        && state("changes").equals("needs-attention");
  }

  private void assertNothingTwice() {
    assertThat(sql.column("select runbook from run where standing <> 'GOOD'"))
        .containsExactly("approves");
    assertThat(sql.column("select runbook from run"))
        .containsExactlyInAnyOrderElementsOf(STEPS.keySet());
    assertThat(target.heard("/reads")).as("what reads is read again").isEqualTo(2);
    assertThat(target.heard("/deep")).as("in a run of its own too").isEqualTo(2);
    assertThat(target.heard("/idempotent")).as("what is idempotent is done again").isEqualTo(2);
    assertThat(target.heard("/changes")).as("what changes is not").isEqualTo(1);
    assertThat(isBuilt()).as("nor what can be looked after").isTrue();
    for (var name : STEPS.keySet()) {
      assertThat(target.heard("/last-" + name))
          .as("what comes behind " + name)
          .isEqualTo(name.equals("approves") ? 0 : 1);
    }
    assertThat(sql.one(WAITED)).as("the whole time was waited").isEqualTo("t");
  }

  private String state(String runbook) {
    var found = sql.column("select state from run where runbook = '%s'".formatted(runbook));
    return found.isEmpty() ? "" : found.getFirst();
  }

  private List<String> states() {
    return sql.column("select distinct state from run");
  }

  private String id(String runbook) {
    return sql.one("select id from run where runbook = '%s'".formatted(runbook));
  }

  /** Whoever builds an index waits for who writes. */
  private Connection heldItems() throws SQLException {
    var connection = DriverManager.getConnection(shop);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("insert into item values (1)");
    }
    return connection;
  }

  private MusterProcess replica() {
    return musters.start(
        Map.of(
            "DATABASE_URL",
            database,
            "MUSTER_HOME",
            home.toString(),
            "BIND",
            "127.0.0.1",
            "MUSTER_API_TOKEN",
            "demo",
            "SHOP_URL",
            address(shop)));
  }

  /** As people write it. */
  private static String address(String jdbc) {
    return jdbc.replaceFirst(
        "jdbc:postgresql://([^?]+)\\?user=([^&]+)&password=(.*)", "postgresql://$2:$3@$1");
  }
}
