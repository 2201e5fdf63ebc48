package dev.muster.bot.api.document;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The objects that the API speaks in. Whatever it puts into one has its line here. */
final class Schemas {

  private Schemas() {}

  static JsonObject schemas() {
    var schemas = new JsonObject();
    all().forEach((name, fields) -> schemas.put(name, fields.schema()));
    return schemas;
  }

  private static void list(Map<String, Fields> all, String name, String items, String type) {
    var next = "nextCursor? string The cursor of the next page; absent on the last.";
    all.put(name, new Fields(items + " [" + type + "]\n" + next));
  }

  private static final String INCIDENT =
      """
      id integer The number that /incident ack takes.
      title string
      status string
      severity string A level of the team's own scale.
      services [string]
      openedAt time
      alertCount integer
      channel string Where its thread is.
      links texts
      assignee? string Who has it.
      commander? string Who leads.
      acknowledgedAt? time
      mitigatedAt? time
      resolvedAt? time
      mergedInto? integer The incident that it went into.
      summary? string
      snoozedUntil? time Nobody is reminded before.
      snoozedBy? string
      snoozeReason? string
      """;

  private static final String DETAILS =
      """
      alerts [Alert] The latest 500.
      timeline [TimelineEntry] Whatever happened, the earliest first.
      pages [Page] Who was called, and what came of it.
      roles texts Who is what.
      startedAt? time
      detectedAt? time
      etr? time When it is expected to be over.
      nextUpdateDue? time
      affectedUsers? integer
      rootCause? string
      resolution? string
      prevention? string
      silences? [integer] Those that keep alerts of its group quiet.
      """;

  private static final String TIMELINE_ENTRY =
      """
      at time
      kind string
      actor string Who did it: a person, a sender, or Muster.
      text string
      platform? string The chat where it was done.
      link? string The message that it was taken from.
      """;

  private static final String PAGE =
      """
      person string
      channel string
      at time
      state string
      """;

  private static final String ALERT =
      """
      id integer
      fingerprint string What makes it the same alert when it comes again.
      source string
      status string firing or resolved.
      severity string
      title string
      labels texts
      annotations texts
      links texts
      lastSeenAt time
      count integer How often its sender told of it.
      summary? string
      startsAt? time As its sender says.
      endsAt? time
      incidentId? integer
      silenceId? integer The silence that keeps it from opening an incident, or kept it so to its end.
      """;

  private static final String SILENCE =
      """
      id integer The number that /alert unsilence takes.
      state string active or ended.
      matchers string As Alertmanager writes them.
      reason string
      createdBy string
      startsAt time
      endsAt time
      alerts integer How many that fire it keeps quiet.
      endedAt? time
      endedBy? string
      """;

  private static final String DELIVERY =
      """
      id string
      source string The kind of sender.
      integration string Which of them, by the name in muster.yaml.
      receivedAt time
      state string
      alerts integer How many alerts were in it.
      incidents [integer]
      error? string Why it could not be read, or taken in.
      ignored? [IgnoredAlert] The first of those that changed nothing.
      ignoredCount? integer
      """;

  private static final String IGNORED_ALERT =
      """
      fingerprint string
      reason string
      """;

  private static final String ACCEPTED =
      """
      accepted integer How many alerts were taken in.
      deliveryId string
      incidents [integer]
      ignored? [IgnoredAlert] The first of those that changed nothing.
      ignoredCount? integer
      """;

  private static final String ENQUEUED =
      """
      status string
      message string
      dedup_key string
      """;

  private static final String DUTY =
      """
      person string
      from time
      until time
      via string rotation, override or swap.
      """;

  private static final String ON_CALL =
      """
      schedule string
      at time
      onCall [Duty]
      """;

  private static final String SHIFT =
      """
      person? string Absent where nobody is on call.
      from time
      until time
      via? string
      layer? integer
      """;

  private static final String COMMAND =
      """
      as? string A person of muster.yaml. A token's owner where it is left out; somebody else takes the scope impersonate. MUSTER_API_TOKEN has no owner and needs it.
      text string Such as /incident ack 1042.
      channel? string Where it is said; the first of muster.yaml otherwise.
      thread? string
      """;

  private static final String REPLY =
      """
      text string
      private boolean Whether only who asked is to see it.
      blocks [object] The same with its parts told apart.
      error? string Why it was not done: unknown-command, denied, invalid, not-found, unconfirmed (say it again with the word confirm, as the text shows), rate-limited, repeated or failed.
      missing? [string] What the command needs and did not get, by name.
      usage? string How all of it is typed.
      """;

  private static final String HEALTH =
      """
      status string up or down.
      reason? string
      """;

  private static final String PROBLEM =
      """
      type string
      title string
      status integer
      detail string What happened and what to do next.
      deliveryId? string Under which the body was kept.
      line? integer
      column? integer
      pointer? string A JSON pointer to what cannot be read.
      """;

  private static Map<String, Fields> all() {
    var all = new LinkedHashMap<String, Fields>();
    all.put("Incident", new Fields(INCIDENT));
    all.put("IncidentDetails", new Fields(INCIDENT + DETAILS));
    all.put("TimelineEntry", new Fields(TIMELINE_ENTRY));
    all.put("Page", new Fields(PAGE));
    all.put("Alert", new Fields(ALERT));
    all.put("Silence", new Fields(SILENCE));
    all.put("Delivery", new Fields(DELIVERY));
    all.put("IgnoredAlert", new Fields(IGNORED_ALERT));
    all.put("Accepted", new Fields(ACCEPTED));
    all.put("Enqueued", new Fields(ENQUEUED));
    all.put("Duty", new Fields(DUTY));
    all.put("OnCall", new Fields(ON_CALL));
    all.put("Shift", new Fields(SHIFT));
    all.putAll(RunSchemas.all());
    all.put("Command", new Fields(COMMAND));
    all.put("Reply", new Fields(REPLY));
    all.put("Replies", new Fields("replies [Reply]"));
    all.put("Health", new Fields(HEALTH));
    all.put("Problem", new Fields(PROBLEM));
    list(all, "Incidents", "incidents", "Incident");
    list(all, "Alerts", "alerts", "Alert");
    list(all, "Silences", "silences", "Silence");
    list(all, "Deliveries", "deliveries", "Delivery");
    list(all, "Runs", "runs", "Run");
    list(all, "Operations", "operations", "Operation");
    list(all, "LogLines", "lines", "LogLine");
    list(all, "Shifts", "shifts", "Shift");
    return all;
  }
}
