package dev.muster.integrations.slack;

import com.slack.api.model.Message;
import com.slack.api.model.Message.Metadata;
import java.util.Map;
import java.util.Optional;

/** What a message of ours carries unseen: its key and the version that it shows. */
record Mark(String key, long version) {

  private static final String TYPE = "muster_message";
  private static final String KEY = "key";
  private static final String VERSION = "version";

  Metadata metadata() {
    return Metadata.builder()
        .eventType(TYPE)
        .eventPayload(Map.of(KEY, key, VERSION, version))
        .build();
  }

  static Optional<Mark> of(Message message) {
    var metadata = message.getMetadata();
    return metadata == null || !TYPE.equals(metadata.getEventType())
        ? Optional.empty()
        : of(metadata.getEventPayload());
  }

  private static Optional<Mark> of(Map<String, Object> payload) {
    return payload.get(KEY) instanceof String key && payload.get(VERSION) instanceof Number version
        ? Optional.of(new Mark(key, version.longValue()))
        : Optional.empty();
  }
}
