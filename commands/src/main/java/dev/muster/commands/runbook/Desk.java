package dev.muster.commands.runbook;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Hands;
import dev.muster.runbooks.start.Plan;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Starts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What commands on runbooks work with. Thread-safe. */
public record Desk(
    Supplier<Library> library, Means means, RunBoard board, Offers offers, Directory directory) {

  public Access access() {
    return new Access(directory);
  }

  public Starts starts() {
    return new Starts(means);
  }

  public Hands hands() {
    return new Hands(means);
  }

  public Instant now() {
    return means.clock().instant();
  }

  public static Who who(Person person) {
    return new Who(person.id().value(), person.name());
  }

  public static Request request(
      Definition definition,
      Map<String, ?> inputs,
      Person asker,
      Mode mode,
      Optional<Attempt.Place> place) {
    return new Request(definition.runbook().name(), inputs, who(asker), mode, Map.of(), place);
  }

  /** What it would do with these inputs. */
  public Plan plan(Definition definition, Map<String, ?> inputs, Person asker) {
    var request = request(definition, inputs, asker, Mode.REAL, Optional.empty());
    return starts().plan(request).orElseThrow();
  }

  /** What a run does to the world, by the runbook that it is pinned to. */
  public Effect effect(Definition pinned, Run run) {
    return effect(means, pinned, run);
  }

  /** The same where there is no desk. */
  public static Effect effect(Means means, Definition pinned, Run run) {
    var request =
        new Request(
            pinned.runbook().name(),
            run.origin().inputs(),
            run.origin().requester(),
            run.origin().mode(),
            run.origin().context(),
            run.origin().place());
    return new Starts(means).plan(request).map(Plan::effect).orElse(Effect.CHANGES);
  }

  /** The runbook that a run is pinned to. */
  public Optional<Definition> pinned(Run run) {
    return means.definitions().pinned(run.origin().runbook().hash());
  }
}
