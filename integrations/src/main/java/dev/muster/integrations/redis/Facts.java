package dev.muster.integrations.redis;

import dev.muster.runbooks.kind.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.Jedis;

/** What {@code INFO} says, by field. Immutable. */
record Facts(Map<String, String> fields) {

  Facts {
    fields = Map.copyOf(fields);
  }

  static Facts of(Jedis redis) {
    var fields = new TreeMap<String, String>();
    for (var section : redis.info("default").lines().toList()) {
      var colon = section.indexOf(':');
      if (colon > 0 && !section.startsWith("#")) {
        fields.put(section.substring(0, colon), section.substring(colon + 1).strip());
      }
    }
    return new Facts(fields);
  }

  /** Nothing is 0. */
  long number(String field) {
    try {
      return Long.parseLong(text(field));
    } catch (NumberFormatException notThere) {
      return 0;
    }
  }

  String text(String field) {
    return fields.getOrDefault(field, "");
  }

  /** Whole numbers as such, everything else as it stands. */
  Map<String, Object> values() {
    var values = new TreeMap<String, Object>();
    fields.forEach((field, text) ->
        values.put(field, text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text));
    return values;
  }

  /** One node of a cluster has a part of the keys only, and knows nothing of the others'. */
  Optional<Outcome.Failed> cluster() {
    return number("cluster_enabled") == 1
        ? Optional.of(
            new Outcome.Failed(
                "cluster",
                "This Redis is one node of a cluster and has a part of the keys only: do it node by"
                    + " node with redis-cli --cluster call."))
        : Optional.empty();
  }
}
