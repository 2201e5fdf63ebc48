package dev.muster.runbooks.reading;

import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.language.About;
import dev.muster.runbooks.language.Concurrency;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.language.Measure;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Permissions;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.language.Triggers;
import dev.muster.runbooks.scope.Outline;
import dev.muster.runbooks.scope.Scope;
import dev.muster.runbooks.scope.Written;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.template.Templates;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the top of a runbook, with all its parts. For one file. */
record RunbookReader(Available around, Scope scope, Written written, StepsReader steps) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  static RunbookReader of(Available around, Outline outline) {
    var scope = new Scope(outline, around.vars());
    var written = Written.of(scope.everything());
    var actions = new ActionReader(around.kinds(), new Channels(around.channels()), written, scope);
    return new RunbookReader(
        around, scope, written, new StepsReader(actions, new Ids(), OnFailure.ABORT));
  }

  Shape<Runbook> runbook() {
    return Section.shape("a runbook (lines `key: value`)", this::runbook);
  }

  private Runbook runbook(Section at) {
    at.required("apiVersion", "muster/v1", version().about("The version of this language."));
    var about = about(at);
    var triggers = at.optional("on", new TriggersReader(around, written, scope).triggers());
    var permissions = at.optional("permissions", new RightsReader(around.roles()).permissions());
    var inputs = at.optional("inputs", new InputReader(around.secrets()).inputs());
    var prerequisites =
        phase(
            at, Phase.PREREQUISITES, "All have to hold before the first step; nothing is touched.");
    var concurrency =
        at.optional(
            "concurrency",
            Section.shape("a key such as {key: db, onBusy: reject}", this::concurrency)
                .about("Runs with the same key do not run at the same time."));
    var timeout =
        at.optional(
            "timeout", Durations.duration().about("The clock stops while it waits for a person."));
    var usual =
        at.optional(
            "onFailure",
            StepReader.onFailure("What comes of it when a step or a verification fails."));
    var acting = steps.usually(usual.orElse(OnFailure.ABORT));
    var done =
        at.required(
            "steps",
            "[{uses: …}]",
            Collected.atLeastOne(
                "steps", acting.steps(Phase.STEPS).about("Done in the order of the file.")));
    var key = Outline.KEYS.getOrDefault(Phase.VERIFICATION, "verification");
    var verification =
        at.optional(key, acting.steps(Phase.VERIFICATION).about("Whether it worked."))
            .orElse(List.of());
    var runbook =
        new Runbook(
            about,
            triggers.orElse(Triggers.NONE),
            permissions.orElse(Permissions.OPEN),
            inputs.orElse(Map.of()),
            prerequisites,
            concurrency,
            timeout,
            done.orElse(List.of()),
            verification,
            phase(at, Phase.ALWAYS, "Done whatever happened before."));
    new TriggerRules(steps.actions()).check(runbook, at);
    undoable(runbook, at);
    return runbook;
  }

  /** Whoever says that it rolls back says how. */
  private static void undoable(Runbook runbook, Section at) {
    var wants =
        Stream.concat(runbook.steps().stream(), runbook.verification().stream())
            .anyMatch(step -> step.onFailure() == OnFailure.ROLLBACK);
    if (wants && runbook.steps().stream().allMatch(step -> step.rollback().isEmpty())) {
      at.problem(
          at.placeOf(at.has("onFailure") ? "onFailure" : "steps"),
          "`onFailure: rollback` has nothing to undo: no step says how. Add `rollback: {uses: …}`"
              + " to those that change something, or write `onFailure: abort`");
    }
  }

  private List<Step> phase(Section at, Phase phase, String about) {
    var key = Outline.KEYS.getOrDefault(phase, "steps");
    return at.optional(key, steps.steps(phase).about(about)).orElse(List.of());
  }

  private About about(Section at) {
    var name =
        at.required("runbook", "database-failover", name().about("Unique; what is typed in chat."));
    var title = at.required("title", "Fail over to the replica", Shapes.text());
    var purpose = at.optional("purpose", Shapes.text().about("When to use it, and what it does."));
    var owner = at.optional("owner", Shapes.text().about("Whom to ask."));
    var reviewed =
        at.optional(
            "reviewed",
            TriggersReader.day()
                .where(
                    day -> !day.isAfter(around.today()),
                    day -> day + " is still to come; write the day of the last review")
                .about("When somebody last read it with care."));
    var tags = at.optional("tags", Collected.list("tags such as [database]", Shapes.word()));
    var target =
        at.optional("target", Durations.duration().about("How long the whole may take at most."));
    var measures =
        at.optional(
            "targets",
            Collected.named("targets", Shapes.word(), this::measure)
                .about("What a run is measured by besides its length, such as lost data."));
    return new About(
        name.orElse(""),
        title.orElse(""),
        purpose.orElse(""),
        owner.orElse(""),
        reviewed,
        Set.copyOf(tags.orElse(List.of())),
        target,
        measures.orElse(Map.of()).values().stream().flatMap(Optional::stream).toList());
  }

  private Shape<Optional<Measure>> measure(String name) {
    return Section.shape(
        "a target such as {title: Data lost, within: 1h, is: steps.backup.outputs.age}",
        at -> {
          var title =
              at.required("title", "Data lost", Shapes.text().about("What people read of it."));
          var within =
              at.required(
                  "within", "1h", Durations.duration().about("How much it may come to at most."));
          var is =
              at.required(
                  "is",
                  "\"steps.backup.outputs.age\"",
                  written
                      .expression(scope.over())
                      .about("A length of time; evaluated when the run is over."));
          return is.map(expression ->
              new Measure(name, title.orElse(""), within.orElse(Duration.ZERO), expression));
        });
  }

  private Concurrency concurrency(Section at) {
    var key =
        at.required(
            "key", "db", written.text(scope.shown(scope.before())).about("Such as db-${{ … }}."));
    var busy =
        at.optional(
            "onBusy",
            Shapes.oneOf("way to treat a second run", "ways", List.of("reject", "queue"))
                .map(word -> OnBusy.valueOf(word.toUpperCase(Locale.ROOT))));
    Template none = Templates.fixed("");
    return new Concurrency(key.orElse(none), busy.orElse(OnBusy.REJECT));
  }

  static Shape<String> name() {
    return Shapes.text("a name such as database-failover (a-z, 0-9 and `-`; 63 at most)", NAME);
  }

  private static Shape<String> version() {
    return Shapes.text()
        .where(
            "muster/v1"::equals,
            text -> "this version of Muster reads `muster/v1`, found " + Words.quoted(text))
        .shownAs(() -> Schema.oneOf(List.of("muster/v1")));
  }
}
