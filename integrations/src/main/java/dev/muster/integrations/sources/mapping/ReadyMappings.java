package dev.muster.integrations.sources.mapping;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.mapping.Mapping.Entries;
import dev.muster.integrations.sources.mapping.Mapping.Status;
import dev.muster.integrations.sources.mapping.Mapping.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mappings for shapes that many senders share. Where none is configured, the one that fits is found
 * by the body's own names.
 */
public final class ReadyMappings {

  private static final Mapping PLAIN = plain(Optional.empty());

  /** Grafana OnCall's "formatted webhook". */
  private static final Mapping ONCALL =
      new Mapping(
          Optional.empty(),
          Words.of("$.title", "$.message", "$.alert_uid"),
          Words.of("$.message"),
          Words.of("$.alert_uid"),
          Words.NONE,
          new Status(
              Words.of("$.state"),
              Map.of("alerting", AlertStatus.FIRING, "ok", AlertStatus.RESOLVED)),
          Words.of("$.severity"),
          Times.NONE,
          PLAIN.labels(),
          PLAIN.annotations(),
          Map.of(
              "source", Words.of("$.link_to_upstream_details"), "image", Words.of("$.image_url")));

  /** GoAlert's "generic API". */
  private static final Mapping GOALERT =
      new Mapping(
          Optional.empty(),
          Words.of("$.summary"),
          Words.of("$.details"),
          Words.of("$.dedup"),
          Words.NONE,
          new Status(
              Words.of("$.action"), Map.of("close", AlertStatus.RESOLVED, "*", AlertStatus.FIRING)),
          Words.of("$.meta.severity", "$.severity"),
          Times.NONE,
          new Entries(Optional.of(JsonPath.parse("$.meta")), Map.of()),
          Entries.NONE,
          Map.of("source", Words.of("$.meta.url")));

  private ReadyMappings() {}

  /** By the names that configuration knows, in the order in which people are told of them. */
  public static Map<String, Mapping> named() {
    var named = new LinkedHashMap<String, Mapping>();
    named.put("plain", PLAIN);
    named.put("oncall", ONCALL);
    named.put("goalert", GOALERT);
    return named;
  }

  /** The one that fits best. */
  public static Mapping fitting(Json body) {
    return switch (body) {
      case Json.Items _ -> plain(Optional.of(JsonPath.parse("$")));
      case Json.Fields fields when fields.get("alerts") instanceof Json.Items ->
          plain(Optional.of(JsonPath.parse("$.alerts")));
      case Json.Fields fields
          when fields.has("alert_uid") || fields.has("link_to_upstream_details") ->
          ONCALL;
      case Json.Fields fields when isGoAlert(fields) -> GOALERT;
      default -> PLAIN;
    };
  }

  private static boolean isGoAlert(Json.Fields fields) {
    return fields.has("summary")
        && !fields.has("title")
        && List.of("details", "action", "dedup", "meta").stream().anyMatch(fields::has)
        && List.of("status", "state").stream().noneMatch(fields::has);
  }

  /** The names that most people choose by themselves. */
  private static Mapping plain(Optional<JsonPath> forEach) {
    return new Mapping(
        forEach,
        Words.of(
            "$.title",
            "$.alertname",
            "$.alert_name",
            "$.alertName",
            "$.labels.alertname",
            "$.name",
            "$.summary",
            "$.subject",
            "$.annotations.summary",
            "$.rule_name",
            "$.ruleName",
            "$.check_name",
            "$.message",
            "$.text",
            "$.description"),
        Words.of(
            "$.message",
            "$.description",
            "$.details",
            "$.body",
            "$.text",
            "$.summary",
            "$.annotations.summary",
            "$.annotations.description"),
        Words.of(
            "$.dedup_key",
            "$.dedupKey",
            "$.dedup",
            "$.fingerprint",
            "$.alert_uid",
            "$.alert_id",
            "$.alertId",
            "$.incident_id",
            "$.incidentId",
            "$.uid",
            "$.id"),
        Words.of("$.group_key", "$.groupKey"),
        new Status(
            Words.of(
                "$.status",
                "$.state",
                "$.alert_status",
                "$.alertStatus",
                "$.alert_state",
                "$.current_state",
                "$.event_action",
                "$.action",
                "$$.status",
                "$$.state"),
            Map.of()),
        Words.of(
            "$.severity", "$.labels.severity", "$.priority", "$.urgency", "$.level", "$$.severity"),
        new Times(
            Words.of("$.startsAt", "$.starts_at", "$.startedAt", "$.started_at"),
            Words.of("$.endsAt", "$.ends_at", "$.endedAt", "$.ended_at")),
        new Entries(Optional.of(JsonPath.parse("$.labels")), plainLabels()),
        new Entries(Optional.of(JsonPath.parse("$.annotations")), Map.of()),
        plainLinks());
  }

  private static Map<String, Words> plainLabels() {
    var labels = new LinkedHashMap<String, Words>();
    labels.put("alertname", Words.of("$.labels.alertname", "$.alertname", "$.alert_name"));
    for (var name : List.of("service", "host", "instance", "environment", "team", "component")) {
      labels.put(name, Words.of("$.labels." + name, "$." + name));
    }
    return labels;
  }

  private static Map<String, Words> plainLinks() {
    return Map.of(
        "source",
            Words.of(
                "$.url", "$.link", "$.generatorURL", "$.source_url", "$.html_url", "$.alert_url"),
        "runbook", Words.of("$.runbook_url", "$.runbook", "$.annotations.runbook_url"),
        "dashboard", Words.of("$.dashboard_url", "$.dashboardURL", "$.annotations.dashboard_url"),
        "image", Words.of("$.image_url", "$.imageURL"));
  }
}
