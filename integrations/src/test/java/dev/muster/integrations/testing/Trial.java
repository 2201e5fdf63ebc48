package dev.muster.integrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Carries out steps as the engine would, one attempt each, and looks at what every answer owes. */
public final class Trial {

  private final Kinds kinds;
  private final Map<String, Object> always;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private Duration timeout = Duration.ofSeconds(60);
  private String secret = "no secret is given";

  public Trial(Collection<Kind> kinds, Map<String, Object> always) {
    this.kinds = new Kinds(kinds);
    this.always = Map.copyOf(always);
  }

  public Trial within(Duration time) {
    timeout = time;
    return this;
  }

  /** Nothing that a person may see has it in it. */
  public Trial withSecret(String text) {
    secret = text;
    return this;
  }

  public Outcome act(String kind, Map<String, Object> with) throws InterruptedException {
    return act(kind, with, Map.of());
  }

  public Outcome act(String kind, Map<String, Object> with, Map<String, Object> memory)
      throws InterruptedException {
    lines.clear();
    var outcome = kind(kind).act(attempt(kind, with, memory));
    assertThat(outcome.toString()).doesNotContain(secret);
    assertThat(lines).noneMatch(line -> line.contains(secret));
    assertThat(kind(kind).describe(arguments(kind, with))).doesNotContain(secret);
    switch (outcome) {
      case Outcome.Done done -> checkType(done.result());
      case Outcome.Failed failed -> checkCode(kind(kind), failed.code());
      case Outcome.Unclear unclear -> checkCode(kind(kind), unclear.code());
      default -> assertThat(outcome).isInstanceOf(Outcome.Again.class);
    }
    return outcome;
  }

  public Outcome.Done done(String kind, Map<String, Object> with) throws InterruptedException {
    var outcome = act(kind, with);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }

  public Map<String, Object> result(String kind, Map<String, Object> with)
      throws InterruptedException {
    return done(kind, with).result();
  }

  public Outcome.Failed failed(String kind, Map<String, Object> with) throws InterruptedException {
    var outcome = act(kind, with);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  /** Begins, and is interrupted when it has come so far. */
  public Outcome stopped(String kind, Map<String, Object> with, Callable<Boolean> soFar)
      throws InterruptedException {
    var step = new FutureTask<>(() -> act(kind, with));
    var thread = Thread.ofVirtual().start(step);
    await().atMost(Duration.ofSeconds(30)).until(soFar);
    thread.interrupt();
    try {
      return step.get();
    } catch (ExecutionException e) {
      throw new AssertionError(kind + " answered nothing", e);
    }
  }

  public Kind kind(String name) {
    return kinds.find(name).orElseThrow();
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public Attempt attempt(String kind, Map<String, Object> with, Map<String, Object> memory) {
    return new Attempt(
        42,
        "look",
        "run-42-look",
        1,
        arguments(kind, with),
        memory,
        Instant.EPOCH,
        timeout,
        lines::add,
        Optional.empty());
  }

  /** With the fallback of everything that is left out; unknown names are a mistake of the test. */
  public Arguments arguments(String kind, Map<String, Object> with) {
    var parameters = kind(kind).parameters();
    var known = parameters.stream().map(Parameter::name).toList();
    var values = new LinkedHashMap<String, Object>();
    for (var parameter : parameters) {
      if (parameter.fallback() != null) {
        values.put(parameter.name(), parameter.fallback());
      }
    }
    always.forEach((name, value) -> {
      if (known.contains(name)) {
        values.put(name, value);
      }
    });
    assertThat(known).containsAll(with.keySet());
    values.putAll(with);
    return new Arguments(values);
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Map<String, Object> result, String name) {
    return (Map<String, Object>) result.get(name);
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> list(Map<String, Object> result, String name) {
    return (List<Map<String, Object>>) result.get(name);
  }

  /** {@code retry} can name no other. */
  private static void checkCode(Kind kind, String code) {
    if (!kind.codes().isEmpty()) {
      assertThat(kind.codes()).as("codes of " + kind.name()).contains(code);
    }
  }

  /** What expressions can do something with, all the way down. */
  private static void checkType(Object value) {
    switch (value) {
      case null -> assertThat(value).isNull();
      case Map<?, ?> map -> {
        assertThat(map.keySet()).allMatch(String.class::isInstance);
        map.values().forEach(Trial::checkType);
      }
      case List<?> list -> list.forEach(Trial::checkType);
      default ->
          assertThat(value)
              .isInstanceOfAny(
                  Long.class,
                  Double.class,
                  Boolean.class,
                  String.class,
                  Duration.class,
                  Instant.class);
    }
  }
}
