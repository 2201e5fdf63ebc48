package dev.muster.bot.api.run;

import static dev.muster.runbooks.testing.TestStep.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.language.Measure;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RunTargetsTest {

  private record Found(Supplier<Object> what) implements Expression {
    @Override
    public String source() {
      return "found";
    }

    @Override
    public Set<String> paths() {
      return Set.of();
    }

    @Override
    public Object value(Map<String, ?> names) {
      return what.get();
    }
  }

  @Test
  void what_was_lost_stands_beside_how_much_might_be() throws InterruptedException {
    assertThat(targets(() -> Duration.ofMinutes(4), Mode.REAL))
        .isEqualTo(only().put("seconds", 240).put("kept", true));
    assertThat(targets(() -> Duration.ofMinutes(61), Mode.REAL))
        .isEqualTo(only().put("seconds", 3_660).put("kept", false));
  }

  @Test
  void what_is_unknown_is_not_kept() throws InterruptedException {
    Supplier<Object> nobody =
        () -> {
          throw new Unevaluable("nobody knows");
        };
    assertThat(targets(nobody, Mode.REAL))
        .isEqualTo(only().put("kept", false).put("problem", "nobody knows"));
  }

  @Test
  void a_dry_run_has_none() throws InterruptedException {
    assertThat(json(() -> Duration.ofMinutes(4), Mode.DRY)).isEqualTo(new JsonObject());
  }

  private static JsonObject only() {
    return new JsonObject()
        .put("name", "rpo")
        .put("title", "Data lost")
        .put("withinSeconds", 3_600);
  }

  private static JsonObject targets(Supplier<Object> found, Mode mode) throws InterruptedException {
    JsonArray all = json(found, mode).getJsonArray("targets");
    assertThat(all).hasSize(1);
    // As it goes over the wire, where a number is a number.
    return new JsonObject(all.getJsonObject(0).encode());
  }

  private static JsonObject json(Supplier<Object> found, Mode mode) throws InterruptedException {
    var measure = new Measure("rpo", "Data lost", Duration.ofHours(1), new Found(found));
    var written = TestRunbook.of(change("one")).measuring(measure);
    return RunTargets.of(ran(written, mode), Optional.of(written.runbook()));
  }

  private static Run ran(TestRunbook written, Mode mode) throws InterruptedException {
    var engine = new TestEngine().knows(written);
    var begun = (Started.Begun) engine.starts.start(TestEngine.request("test", mode));
    engine.work();
    return engine.runs.get(begun.run().id());
  }
}
