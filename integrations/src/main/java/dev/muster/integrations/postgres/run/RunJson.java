package dev.muster.integrations.postgres.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.Course;
import dev.muster.runbooks.run.Origin;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs as JSON in columns. Thread-safe. */
final class RunJson {

  private static final TypeReference<List<StepRecord>> STEPS = new TypeReference<>() {};

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .addModule(ValueJson.module())
          .addMixIn(StepState.class, Typed.class)
          .addMixIn(RunState.class, Typed.class)
          .addMixIn(Question.class, Typed.class)
          .registerSubtypes(StepState.class.getPermittedSubclasses())
          .registerSubtypes(StepState.Settled.class.getPermittedSubclasses())
          .registerSubtypes(RunState.class.getPermittedSubclasses())
          .registerSubtypes(Question.class.getPermittedSubclasses())
          .build();

  private RunJson() {}

  /** How far a run came, and what it is at. */
  record Going(RunState state, Course course) {}

  /** What PostgreSQL keeps no text with is replaced. */
  static String write(Object value) {
    return MAPPER.writeValueAsString(value).replace("\\u0000", "\\ufffd");
  }

  static Origin origin(String json) {
    return MAPPER.readValue(json, Origin.class);
  }

  static Going going(String json) {
    return MAPPER.readValue(json, Going.class);
  }

  static @Nullable Wish wish(@Nullable String json) {
    return json == null ? null : MAPPER.readValue(json, Wish.class);
  }

  static List<StepRecord> steps(String json) {
    return MAPPER.readValue(json, STEPS);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Typed {}
}
