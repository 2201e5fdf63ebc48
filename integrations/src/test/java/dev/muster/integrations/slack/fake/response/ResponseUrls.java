package dev.muster.integrations.slack.fake.response;

import dev.muster.integrations.slack.fake.answer.Answer;
import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The response_url of each interaction: five uses within half an hour. */
public final class ResponseUrls {

  public static final String METHOD = "response_url";

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private final Workspace workspace;
  private final Ledger ledger;
  private final Responses responses;
  private final Map<String, Issued> issued = new HashMap<>();

  private record Issued(Origin origin, Instant at, int used) {

    Issued usedOnceMore() {
      return new Issued(origin, at, used + 1);
    }
  }

  public ResponseUrls(Workspace workspace, Ledger ledger, Responses responses) {
    this.workspace = workspace;
    this.ledger = ledger;
    this.responses = responses;
  }

  /** The last part of the address. */
  public String issue(Origin origin) {
    synchronized (ledger) {
      var id = workspace.ids().next("R");
      issued.put(id, new Issued(origin, workspace.clock().instant(), 0));
      return id;
    }
  }

  public Answer post(String id, String body) {
    synchronized (ledger) {
      var found = issued.get(id);
      var trouble = troubleWith(found);
      if (!trouble.isEmpty()) {
        ledger.add(Entry.refusal(METHOD, found == null ? "" : found.origin().channel(), trouble));
        return Answer.plain(404, trouble);
      }
      issued.put(id, found.usedOnceMore());
      return accept(found.origin(), body);
    }
  }

  private Answer accept(Origin origin, String body) {
    if (!(Json.parse(body).orElse(null) instanceof ObjectNode message)) {
      ledger.add(Entry.refusal(METHOD, origin.channel(), "invalid_payload"));
      return Answer.plain(400, "invalid_payload");
    }
    try {
      responses.accept(METHOD, origin, message);
      return Answer.plain(200, "ok");
    } catch (Refused refused) {
      ledger.add(Entry.refusal(METHOD, origin.channel(), refused.getMessage()));
      return Answer.plain(400, refused.getMessage());
    }
  }

  private String troubleWith(Issued found) {
    if (found == null) {
      return "no_such_url";
    }
    if (workspace.clock().instant().isAfter(found.at().plus(LIFE))) {
      return "expired_url";
    }
    return found.used() >= USES ? "used_url" : "";
  }
}
