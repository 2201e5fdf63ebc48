package dev.muster.runbooks.reading;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Retry;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.scope.Outline;
import dev.muster.runbooks.scope.Scope;
import dev.muster.runbooks.scope.Written;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one step, check or verification at its place among the others. */
record StepReader(ActionReader actions, Ids ids, Place place) {

  /** What people do themselves: these words alone make a step. */
  private static final List<String> BY_HAND = List.of("confirm", "checklist");

  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_-]{0,62}");
  private static final Pattern OUTPUT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
  private static final int LONGEST_TITLE = 60;

  /** Where to look when a step is to be changed. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "run", "a command is run by `uses: shell`; what kinds there are stands in KINDS.md",
          "needs", "steps come in the order of the file; nothing has to be said for it",
          "continue-on-error", "write `onFailure: continue`",
          "timeout-minutes", "write `timeout: 10m`",
          "env", "what a kind is given stands under `with`");

  /**
   * Where it stands.
   *
   * @param usual what comes of the run when it fails, unless it says so itself
   */
  record Place(Phase phase, int index, OnFailure usual) {}

  Shape<Step> step() {
    return Section.shape("a step such as {id: go, uses: approve, with: {…}}", this::step);
  }

  private Step step(Section at) {
    ELSEWHERE.forEach(at::advise);
    var isRepeated = at.has("forEach");
    var here = actions.scope().at(place.phase(), place.index(), isRepeated);
    var once = actions.scope().shown(actions.scope().at(place.phase(), place.index(), false));
    var shown = actions.scope().shown(here);
    var after = Scope.after(shown);
    var id = at.optional("id", id().about("By which later steps know it."));
    id.ifPresent(name -> ids.add(name, at));
    var name = at.optional("name", Shapes.text().about("What people read of it."));
    var shorthand = shorthand(at, here);
    var action = shorthand.orElseGet(() -> actions.in(at, here));
    var read = written();
    var step =
        new Step(
            id.orElse(Outline.idOf(place.phase(), place.index())),
            name.orElseGet(() -> title(id, action)),
            action,
            at.optional(
                "if", read.expression(once).about("It is skipped where this does not hold.")),
            at.optional("forEach", read.expression(once).about("A list: once for each `item`.")),
            at.optional("timeout", Durations.duration().about("How long one attempt may take.")),
            at.optional("retry", retry(action)).orElse(Retry.NEVER),
            at.optional(
                    "onFailure",
                    onFailure(
                        "What comes of the run when it fails; as the runbook says, or abort."))
                .orElse(place.usual()),
            at.optional(
                "idempotent",
                InputReader.flag().about("Whether doing it twice is as good as once.")),
            at.optional(
                "expect",
                read.expression(after).about("Has to hold of `result`, or the step failed.")),
            outputs(at, after),
            rollback(at, isRepeated),
            pointOfNoReturn(at),
            dryRun(at, here),
            acceptable(at, after));
    readsOnly(at, action);
    return step;
  }

  private Written written() {
    return actions.written();
  }

  private Optional<Action> shorthand(Section at, Group here) {
    var confirm =
        at.optional(
            "confirm", actions.shorthand("confirm", "message", here).about("A person says so."));
    var checklist =
        at.optional(
            "checklist",
            actions.shorthand("checklist", "items", here).about("A person ticks each of these."));
    var written = BY_HAND.stream().filter(at::has).toList();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (at.has("uses") || at.has("with") || written.size() > 1) {
      at.problem(
          at.placeOf(written.getFirst()),
          "`%s: …` is a whole step; make two steps of it".formatted(written.getFirst()));
    }
    return Optional.of(confirm.or(() -> checklist).orElse(ActionReader.NONE));
  }

  private Map<String, Expression> outputs(Section at, Group after) {
    var name = Shapes.text("a name of letters, digits and `_`", OUTPUT);
    return at.optional(
            "outputs",
            Collected.named("outputs", name, _ -> written().expression(after))
                .about("What later steps see as steps.ID.outputs; its result unless said."))
        .orElse(Map.of());
  }

  private Optional<Action> rollback(Section at, boolean isRepeated) {
    return only(Phase.STEPS, "rollback", "undoes a step; only those under `steps` are undone", at)
        ? at.optional(
            "rollback",
            actions
                .action(actions.scope().undoing(place.index(), isRepeated))
                .about("What undoes it; in reverse order, when a run is rolled back."))
        : Optional.empty();
  }

  private boolean pointOfNoReturn(Section at) {
    return only(Phase.STEPS, "pointOfNoReturn", "is for steps under `steps`", at)
        && at.optional(
                "pointOfNoReturn", InputReader.flag().about("A rollback never goes back past it."))
            .orElse(false);
  }

  private Optional<Action> dryRun(Section at, Group here) {
    var dry = at.optional("dryRun", actions.action(here).about("What a dry run does instead."));
    dry.filter(it -> !it.uses().isEmpty() && !actions.effect(it).readsOnly())
        .ifPresent(it ->
            at.problem(
                at.placeOf("dryRun"),
                "%s changes something, and a dry run changes nothing; use a kind that only reads"
                    .formatted(Words.quoted(it.uses()))));
    return dry;
  }

  private Optional<Template> acceptable(Section at, Group after) {
    return only(
            Phase.PREREQUISITES,
            "acceptable",
            "says what an approver accepts when a prerequisite fails; other steps have `onFailure`",
            at)
        ? at.optional(
            "acceptable",
            written().text(after).about("What an approver accepts, with a reason, if it fails."))
        : Optional.empty();
  }

  private boolean only(Phase where, String key, String why, Section at) {
    if (place.phase() != where) {
      at.advise(key, "`%s` %s".formatted(key, why));
    }
    return place.phase() == where;
  }

  /** A failed prerequisite leaves everything untouched. */
  private void readsOnly(Section at, Action action) {
    if (place.phase() == Phase.PREREQUISITES
        && actions.kinds().find(action.uses()).isPresent()
        && !actions.effect(action).readsOnly()) {
      at.problem(
          "%s changes something; a prerequisite only looks. Make it the first of `steps`"
              .formatted(Words.quoted(action.uses())));
    }
  }

  private Shape<String> id() {
    return Shapes.text(
        "an id such as promote (a small letter first, then letters, digits, `-`, `_`)", ID);
  }

  private static String title(Optional<String> id, Action action) {
    if (id.isPresent()) {
      var words = id.get().replace('-', ' ').replace('_', ' ');
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
    var said =
        action.with().values().stream()
            .filter(it -> it.paths().isEmpty() && BY_HAND.contains(action.uses()))
            .map(it -> inShort(it.fill(Map.of())))
            .findFirst()
            .orElse(action.uses());
    return said.length() > LONGEST_TITLE ? said.substring(0, LONGEST_TITLE - 1) + "…" : said;
  }

  /** Of several lines the first, and how many more there are. */
  private static String inShort(@Nullable Object value) {
    if (!(value instanceof List<?> lines) || lines.isEmpty()) {
      return String.valueOf(value);
    }
    var more = lines.size() - 1;
    return more == 0
        ? String.valueOf(lines.getFirst())
        : lines.getFirst() + " and %d more".formatted(more);
  }

  static Shape<OnFailure> onFailure(String about) {
    var words =
        Stream.of(OnFailure.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    return Shapes.oneOf("way to go on after a failure", "ways", words)
        .map(word -> OnFailure.valueOf(word.toUpperCase(Locale.ROOT)))
        .about(about);
  }

  private Shape<Retry> retry(Action action) {
    var codes = actions.kinds().find(action.uses()).map(kind -> kind.codes()).orElse(Set.of());
    return new RetryReader(action.uses(), codes).retry();
  }
}
