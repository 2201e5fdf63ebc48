package dev.muster.integrations.sources.body;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertSource.Reading;
import java.util.function.Function;

/** The frame of every source whose bodies are JSON: what is wrong with a body is an outcome. */
public final class JsonBody {

  private JsonBody() {}

  /** Reads the JSON and its shape; the latter may throw {@link UnreadableBody}. */
  public static Reading read(byte[] body, Function<Json, AlertBatch> shape) {
    try {
      return new Reading.Readable(shape.apply(JsonReader.read(body)));
    } catch (UnreadableBody unreadable) {
      return new Reading.Unreadable(unreadable.fault());
    }
  }
}
