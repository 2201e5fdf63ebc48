package dev.muster.integrations.postgres.run;

import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The values that expressions know, as JSON that tells them apart again: whole numbers stay such,
 * and lengths and times stand in an object of one name.
 */
final class ValueJson {

  private static final String LENGTH = "$length";
  private static final String TIME = "$time";

  private ValueJson() {}

  static SimpleModule module() {
    return new SimpleModule("muster-runs")
        .addSerializer(Duration.class, named(LENGTH))
        .addSerializer(Instant.class, named(TIME))
        .addSerializer(StepPath.class, text())
        .addDeserializer(Duration.class, reading(node -> (Duration) value(node)))
        .addDeserializer(Instant.class, reading(node -> (Instant) value(node)))
        .addDeserializer(
            StepPath.class, reading(node -> StepPath.parse(node.asString()).orElseThrow()))
        .addSerializer(RunId.class, number())
        .addDeserializer(RunId.class, reading(node -> new RunId(node.asLong())))
        .addDeserializer(Object.class, reading(ValueJson::value));
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isObject()) {
      return object(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(item -> list.add(value(item)));
      return list;
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() && node.canConvertToLong()
          ? (Object) node.longValue()
          : (Object) node.doubleValue();
    }
    return node.isNull() ? null : node.isBoolean() ? node.booleanValue() : node.asString();
  }

  private static Object object(JsonNode node) {
    if (node.size() == 1) {
      try {
        if (node.has(LENGTH)) {
          return Duration.parse(node.get(LENGTH).asString());
        }
        if (node.has(TIME)) {
          return Instant.parse(node.get(TIME).asString());
        }
      } catch (DateTimeException e) {
        return Map.of();
      }
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.forEachEntry((name, item) -> map.put(name, value(item)));
    return map;
  }

  private static <T> ValueSerializer<T> named(String name) {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty(name, value.toString());
        json.writeEndObject();
      }
    };
  }

  private static <T> ValueSerializer<T> text() {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        json.writeString(value.toString());
      }
    };
  }

  private static ValueSerializer<RunId> number() {
    return new ValueSerializer<>() {
      @Override
      public void serialize(RunId value, JsonGenerator json, SerializationContext context) {
        json.writeNumber(value.value());
      }
    };
  }

  private static <T> ValueDeserializer<T> reading(Function<JsonNode, @Nullable T> read) {
    return new ValueDeserializer<>() {
      @Override
      public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        return read.apply(parser.readValueAsTree());
      }
    };
  }
}
