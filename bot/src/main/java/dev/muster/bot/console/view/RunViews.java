package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.BlockView.SpanView;
import dev.muster.bot.chat.view.MessageViews;
import dev.muster.bot.chat.view.TimeView;
import dev.muster.bot.chat.view.Times;
import dev.muster.bot.runbook.StepAhead;
import dev.muster.bot.runbook.StepFacts;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.runbook.words.LogPassage;
import dev.muster.commands.runbook.words.RunWait;
import dev.muster.commands.runbook.words.TimesInText;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.StepPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns runs, and what was done besides, into what the console shows to one reader. Immutable. */
public final class RunViews {

  private final Times times;
  private final MessageViews messages;

  public RunViews(Times times, MessageViews messages) {
    this.times = times;
    this.messages = messages;
  }

  public static String href(RunId run) {
    return "/runs/" + run;
  }

  /**
   * A step that was begun.
   *
   * @param phase empty for an ordinary step
   * @param isTrouble whether somebody should look at it
   */
  public record StepView(
      String number,
      String phase,
      String name,
      String state,
      boolean isTrouble,
      List<SpanView> words,
      String took,
      TimeView began,
      List<SaidView> said) {}

  /** A step that it comes to if all goes well. */
  public record AheadView(String number, String phase, String name) {}

  /** Who answered what, and when. */
  public record SaidView(String who, String what, TimeView at) {}

  /** What was logged of one step within one minute. */
  public record PassageView(TimeView at, String step, boolean isEvent, List<LogView> lines) {}

  /** A line of the log. */
  public record LogView(String number, List<SpanView> spans) {}

  /**
   * Rows of a list.
   *
   * @param held those that do not go on by themselves, as they are
   */
  public List<RunRow> rows(List<Line> lines, Map<RunId, Run> held) {
    return lines.stream().map(line -> row(line, Optional.ofNullable(held.get(line.id())))).toList();
  }

  private RunRow row(Line line, Optional<Run> held) {
    var incident = line.incident().map(IncidentId::new);
    return new RunRow(
        href(line.id()),
        line.id().toString(),
        line.title(),
        line.runbook(),
        line.stage().word().replace('-', ' '),
        mark(line.stage()),
        line.requester().name(),
        times.of(line.at()),
        line.endedAt().map(end -> Words.duration(Duration.between(line.at(), end))).orElse(""),
        held.map(RunWait::of).map(messages::spans).orElse(List.of()),
        incident.map(IncidentId::toString).orElse(""),
        incident.map(IncidentViews::href).orElse(""),
        line.isDry());
  }

  /** The shape and colour of how it stands. */
  public static String mark(Stage stage) {
    return switch (stage) {
      case NEEDS_ATTENTION -> "critical";
      case WAITING, FAILED -> "high";
      case PAUSED -> "medium";
      case SUCCEEDED -> "resolved";
      case QUEUED, RUNNING, CANCELLED -> "info";
    };
  }

  /**
   * An entry of the operation log in a list.
   *
   * @param run empty for what was done by hand
   * @param runHref empty where the reader cannot go there
   * @param isRunGone whether retention has removed it
   */
  public record OperationView(
      String href,
      String number,
      String what,
      String by,
      String run,
      String runHref,
      boolean isRunGone,
      boolean hasIssues,
      String took,
      TimeView at) {}

  /**
   * An entry of the operation log.
   *
   * @param kept the runs that there still are
   * @param seesRuns whether the reader may look at these
   */
  public OperationView operation(Operation operation, Set<RunId> kept, boolean seesRuns) {
    var account = operation.account();
    var run = operation.entry().run();
    return new OperationView(
        "/operations/" + operation.id(),
        operation.id().toString(),
        account.what(),
        operation.entry().by().name(),
        run.map(RunId::toString).orElse(""),
        run.filter(kept::contains).filter(_ -> seesRuns).map(RunViews::href).orElse(""),
        run.isPresent() && !kept.contains(run.get()),
        operation.hasIssues(),
        account.took().map(Words::duration).orElse(""),
        times.of(account.at()));
  }

  /**
   * What is known of one.
   *
   * @param incident that it belongs to by now
   */
  public List<FieldView> fields(Run run, Optional<IncidentId> incident) {
    var origin = run.origin();
    var fields = new ArrayList<FieldView>();
    fields.add(FieldView.of("Runbook", origin.runbook().name()));
    fields.add(FieldView.at("Asked for", "by " + origin.requester().name(), times.of(origin.at())));
    if (run.state() instanceof Ended(var end)) {
      var took = "after " + Words.duration(Duration.between(origin.at(), end));
      fields.add(FieldView.at("Ended", took, times.of(end)));
    }
    incident.ifPresent(
        id -> fields.add(FieldView.to("Incident", id.toString(), IncidentViews.href(id))));
    origin
        .parent()
        .ifPresent(it -> fields.add(FieldView.to("Started by", "run " + it.run(), href(it.run()))));
    fields.add(FieldView.of("Text", "SHA-256 " + origin.runbook().hash().substring(0, 12)));
    return fields;
  }

  public List<FieldView> inputs(Run run) {
    return run.origin().inputs().entrySet().stream()
        .map(input -> FieldView.of(input.getKey(), Sayings.of(input.getValue())))
        .toList();
  }

  public StepView step(StepFacts step) {
    var record = step.record();
    var took = step.ended().map(end -> Words.duration(Duration.between(record.began(), end)));
    return new StepView(
        Integer.toString(record.path().index() + 1),
        phase(record.path()),
        step.name(),
        step.state(),
        step.state().equals("failed") || step.state().equals("unclear"),
        messages.spans(TimesInText.of(step.words())),
        took.orElse(""),
        times.of(record.began()),
        step.said().stream()
            .map(it -> new SaidView(it.name(), it.what(), times.of(it.at())))
            .toList());
  }

  public AheadView ahead(StepAhead step) {
    return new AheadView(
        Integer.toString(step.path().index() + 1), phase(step.path()), step.name());
  }

  private static String phase(StepPath path) {
    return path.phase() == Phase.STEPS ? "" : path.phase().word();
  }

  public PassageView passage(LogPassage passage) {
    return new PassageView(
        times.of(passage.at()),
        passage.step(),
        passage.isEvent(),
        passage.lines().stream().map(line -> line(line, passage.isEvent())).toList());
  }

  /** Output stays as it came. */
  private LogView line(Numbered line, boolean isEvent) {
    var text = line.line().text();
    var spans = isEvent ? TimesInText.of(text) : List.of(Span.text(text));
    return new LogView(Long.toString(line.number()), messages.spans(spans));
  }
}
