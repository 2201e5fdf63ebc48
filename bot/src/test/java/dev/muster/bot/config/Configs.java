package dev.muster.bot.config;

import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.runbooks.kind.Kinds;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A loader as a test wants it: five kinds of sources and a few secrets. */
public final class Configs {

  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ALERTMANAGER_KEY", "s3cr3t-value",
          "SAME_KEY", "s3cr3t-value",
          "SNS_KEY", "other-s3cr3t",
          "PIGEON_KEY", "coo-s3cr3t",
          "EMPTY_KEY", " ");

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** What a team needs at least. */
  public static final String SMALL =
      """
      apiVersion: muster/v1
      name: LearnHub Kenya
      timezone: Africa/Nairobi
      people: {devops: {name: DevOps Engineer}}
      channels: {alerts: {}}
      routes: [{notify: ["channel:alerts"]}]
      """;

  private static final String HEAD =
      """
      apiVersion: muster/v1
      name: LearnHub Kenya
      timezone: Africa/Nairobi
      people:
        devops: {name: DevOps Engineer, roles: [responder]}
      roles:
        responder: ["incident:*", "alert:view"]
      channels:
        incidents: {}
        alerts: {}
      """;

  private Configs() {}

  public static ConfigLoader loader() {
    return new ConfigLoader(
        new TreeSet<>(Set.of("alertmanager", "generic", "grafana", "pagerduty-events-v2", "sns")),
        StepKinds::under,
        ENVIRONMENT::get,
        () -> NOW);
  }

  /** The configuration that a valid head and these lines make. */
  public static Config with(String lines) {
    return accepted(HEAD + lines);
  }

  /** The same with calendars and parts beside it. */
  public static Config with(String lines, Map<String, String> others) {
    var texts = new HashMap<>(others);
    texts.put(ConfigFiles.MAIN, HEAD + lines);
    return accepted(loader().read(new ConfigFiles("", texts)));
  }

  static Outcome read(String text) {
    return loader().read(new ConfigFiles("", Map.of(ConfigFiles.MAIN, text)));
  }

  static Config accepted(String text) {
    return accepted(read(text));
  }

  private static Config accepted(Outcome outcome) {
    return switch (outcome) {
      case Loaded(var config, _, _) -> config;
      case Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  static List<String> problems(String text) {
    return switch (read(text)) {
      case Loaded _ -> List.of();
      case Rejected(var problems) -> problems.stream().map(Object::toString).toList();
    };
  }

  public static Kinds kinds() {
    return StepKinds.all();
  }
}
