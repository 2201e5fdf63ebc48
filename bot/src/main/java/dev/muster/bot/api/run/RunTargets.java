package dev.muster.bot.api.run;

import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.value.Measured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a run came to against the targets that its runbook measures. */
final class RunTargets {

  private RunTargets() {}

  /** Empty where there is nothing to tell. */
  static JsonObject of(Run run, Optional<Runbook> runbook) {
    var targets =
        runbook.stream()
            .flatMap(it -> Measured.of(run, it).stream())
            .map(measured -> target(measured, run.hasSucceeded()))
            .toList();
    var json = new JsonObject();
    return targets.isEmpty() ? json : json.put("targets", new JsonArray(targets));
  }

  private static JsonObject target(Measured measured, boolean isWell) {
    var measure = measured.measure();
    var json =
        new JsonObject()
            .put("name", measure.name())
            .put("title", measure.title())
            .put("withinSeconds", measure.within().toSeconds());
    return switch (measured) {
      case Measured.Length length ->
          json.put("seconds", length.length().toSeconds()).put("kept", isWell && length.isWithin());
      case Measured.Unknown(_, var why) -> json.put("kept", false).put("problem", why);
    };
  }
}
