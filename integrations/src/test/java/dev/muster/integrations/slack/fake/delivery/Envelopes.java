package dev.muster.integrations.slack.fake.delivery;

import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The envelopes that wait for their acknowledgement. */
final class Envelopes {

  private final Ledger ledger;
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final Set<String> past = new HashSet<>();

  private record Waiting(ServerWebSocket socket, CompletableFuture<String> answer) {}

  Envelopes(Ledger ledger) {
    this.ledger = ledger;
  }

  CompletableFuture<String> expect(String id, ServerWebSocket socket) {
    var answer = new CompletableFuture<String>();
    waiting.put(id, new Waiting(socket, answer));
    return answer;
  }

  /** Too late, which is no oddity: the app could not know. */
  synchronized void forget(String id) {
    waiting.remove(id);
    past.add(id);
  }

  synchronized void acknowledged(String text) {
    var frame = Json.parse(text).orElseGet(Json::object);
    var id = Json.text(frame, "envelope_id");
    var found = waiting.remove(id);
    if (found != null) {
      var payload = frame.path("payload");
      found.answer().complete(payload.isObject() ? payload.toString() : "");
    } else if (!past.remove(id)) {
      ledger.add(Entry.oddity("socket", "acknowledged what was not waiting for it: " + text));
    }
  }

  /** Whatever went over that connection will not be answered. */
  void lost(ServerWebSocket socket) {
    waiting.forEach((id, one) -> {
      if (one.socket().equals(socket) && waiting.remove(id, one)) {
        one.answer().completeExceptionally(new IOException("the connection ended"));
      }
    });
  }
}
