package dev.muster.bot.runbook;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.review.Review;
import dev.muster.commands.runbook.review.Reviews;
import dev.muster.commands.runbook.trigger.Narrowing;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.review.PostgresReviews;
import dev.muster.integrations.postgres.run.PostgresRunLists;
import dev.muster.integrations.postgres.trigger.PostgresAlertStartStore;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunLists;
import dev.muster.runbooks.engine.port.RunLists.Fits;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs as pages and programs read them. Blocking and thread-safe. */
public record RunArchive(
    RunLists lists,
    RunLog log,
    Reviews reviews,
    Function<RunId, Optional<Run>> runs,
    Function<String, Optional<Definition>> pinned,
    Function<IncidentId, List<Runbook>> fits,
    Narrowing narrowing,
    Function<ZoneId, Freshness> freshness) {

  /** Over connections. */
  public static RunArchive of(Database database, Means means, Narrowing narrowing) {
    return new RunArchive(
        new PostgresRunLists(database),
        means.log(),
        new PostgresReviews(database),
        means.store()::find,
        means.definitions()::pinned,
        incident ->
            new PostgresAlertStartStore(database)
                .fitting(incident).stream()
                    .flatMap(name -> means.definitions().named(name).stream())
                    .map(Definition::runbook)
                    .toList(),
        narrowing,
        zone -> Freshness.of(means, zone));
  }

  /** One more than asked for where there are more. */
  public List<Line> list(Fits fits, Optional<RunId> before, int limit) {
    return lists.list(fits, before, limit + 1);
  }

  /** How many are not over, by how they stand; those that none stands at are left out. */
  public Map<Stage, Long> open() {
    return Stage.counts(lists.open());
  }

  /** Those that only people can make go on, what needs attention first. */
  public List<Line> waiting(int most) {
    return Stream.of(Stage.NEEDS_ATTENTION, Stage.WAITING)
        .map(stage -> new Fits(Optional.of(stage), Optional.empty()))
        .flatMap(fits -> lists.list(fits, Optional.empty(), most).stream())
        .limit(most)
        .toList();
  }

  /** Those of these that do not go on by themselves, each with the step alone that it is at. */
  public Map<RunId, Run> held(List<Line> lines) {
    var waiting =
        lines.stream()
            .filter(line -> line.endedAt().isEmpty() && !line.state().equals("running"))
            .map(Line::id)
            .toList();
    return lists.where(waiting).stream().collect(Collectors.toMap(Run::id, Function.identity()));
  }

  public Optional<Run> find(RunId id) {
    return runs.apply(id);
  }

  /** That it belongs to by now. */
  public Optional<IncidentId> incident(Run run) {
    return lists.incidentOf(run.id()).map(IncidentId::new);
  }

  /** The runbook that it began with; empty where this Muster cannot read that any more. */
  public Optional<Runbook> runbook(Run run) {
    return pinned.apply(run.origin().runbook().hash()).map(Definition::runbook);
  }

  public List<Review> reviews(RunId id) {
    return reviews.of(id);
  }

  /** Those of an incident, the newest first. */
  public List<Line> of(IncidentId incident, int limit) {
    return lists.of(incident.value(), limit);
  }

  /**
   * The runbooks that fit alerts of an incident, are there now and are for its route, the best
   * first.
   */
  public List<Runbook> fitting(Incident incident) {
    return fits.apply(incident.id()).stream()
        .filter(runbook -> narrowing.lets(incident, runbook.name()))
        .toList();
  }

  /** The steps that it comes to if all goes well. */
  public Stream<StepAhead> ahead(Run run) {
    return runbook(run).stream().flatMap(runbook -> StepAhead.of(run, runbook));
  }

  /** All steps that it began, in the order of the runbook. */
  public Stream<StepFacts> steps(Run run) {
    var runbook = runbook(run);
    return run.steps().all().stream().map(record -> StepFacts.of(record, runbook));
  }
}
