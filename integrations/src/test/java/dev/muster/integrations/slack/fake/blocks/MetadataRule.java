package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Message metadata. docs.slack.dev/messaging/message-metadata */
public final class MetadataRule {

  /** Slack names the error and no number; ours are far smaller. */
  private static final int BYTES = 8_000;

  private MetadataRule() {}

  /** The name of Slack's error, empty when all is well. */
  public static Optional<String> errorOf(JsonNode metadata) {
    if (!metadata.isObject()) {
      return Optional.of("invalid_metadata_format");
    }
    if (metadata.isEmpty()) {
      return Optional.empty();
    }
    if (!isWellFormed(metadata)) {
      return Optional.of("invalid_metadata_format");
    }
    if (!metadata.get("event_payload").valueStream().allMatch(MetadataRule::isFlat)) {
      return Optional.of("invalid_metadata_schema");
    }
    return metadata.toString().length() > BYTES
        ? Optional.of("metadata_too_large")
        : Optional.empty();
  }

  private static boolean isWellFormed(JsonNode metadata) {
    return Json.text(metadata, "event_type").matches("[A-Za-z0-9_]{1,255}")
        && metadata.path("event_payload").isObject()
        && Set.of("event_type", "event_payload").containsAll(metadata.propertyNames());
  }

  /** Strings, numbers and booleans, also in an object or in an array of objects, no deeper. */
  private static boolean isFlat(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().allMatch(it -> it.isValueNode() || hasValuesOnly(it));
    }
    return value.isValueNode() ? !value.isNull() : hasValuesOnly(value);
  }

  private static boolean hasValuesOnly(JsonNode object) {
    return object.isObject() && object.valueStream().allMatch(JsonNode::isValueNode);
  }
}
