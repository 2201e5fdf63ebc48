package dev.muster.runbooks.testing;

import dev.muster.runbooks.language.About;
import dev.muster.runbooks.language.Concurrency;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Measure;
import dev.muster.runbooks.language.Permissions;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.language.Triggers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A runbook for tests, part by part; nothing that is not said. */
public record TestRunbook(
    String name,
    Map<Phase, List<Step>> steps,
    Map<String, Input> inputs,
    Permissions permissions,
    Optional<Concurrency> concurrency,
    Optional<Duration> timeout,
    List<Measure> measures) {

  public static TestRunbook named(String name) {
    return new TestRunbook(
        name, Map.of(), Map.of(), Permissions.OPEN, Optional.empty(), Optional.empty(), List.of());
  }

  public static TestRunbook of(TestStep... steps) {
    return named("test").with(Phase.STEPS, steps);
  }

  public TestRunbook with(Phase phase, TestStep... written) {
    var next = new LinkedHashMap<>(steps);
    next.put(phase, Arrays.stream(written).map(TestStep::step).toList());
    return new TestRunbook(name, next, inputs, permissions, concurrency, timeout, measures);
  }

  public TestRunbook with(Input input) {
    var next = new LinkedHashMap<>(inputs);
    next.put(input.name(), input);
    return new TestRunbook(name, steps, next, permissions, concurrency, timeout, measures);
  }

  public TestRunbook approvedBy(Permissions.Approval approve) {
    var next = new Permissions(Set.of(), approve);
    return new TestRunbook(name, steps, inputs, next, concurrency, timeout, measures);
  }

  public TestRunbook with(Concurrency next) {
    return new TestRunbook(name, steps, inputs, permissions, Optional.of(next), timeout, measures);
  }

  public TestRunbook within(Duration limit) {
    return new TestRunbook(
        name, steps, inputs, permissions, concurrency, Optional.of(limit), measures);
  }

  public TestRunbook measuring(Measure... all) {
    return new TestRunbook(name, steps, inputs, permissions, concurrency, timeout, List.of(all));
  }

  public Runbook runbook() {
    return new Runbook(
        new About(
            name, "Test " + name, "", "", Optional.empty(), Set.of(), Optional.empty(), measures),
        Triggers.NONE,
        permissions,
        inputs,
        part(Phase.PREREQUISITES),
        concurrency,
        timeout,
        part(Phase.STEPS),
        part(Phase.VERIFICATION),
        part(Phase.ALWAYS));
  }

  private List<Step> part(Phase phase) {
    return steps.getOrDefault(phase, List.of());
  }
}
