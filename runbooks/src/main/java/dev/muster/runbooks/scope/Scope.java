package dev.muster.runbooks.scope;

import dev.muster.runbooks.expression.Known;
import dev.muster.runbooks.expression.Known.Elsewhere;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Known.Sort;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.scope.Outline.Sketch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which names may be used where in a runbook. */
public record Scope(Outline outline, Set<String> vars) {

  private static final Known TEXT = Known.of(Sort.TEXT);
  private static final Known YES_NO = Known.of(Sort.YES_NO);
  private static final Known ANYTHING = Known.of(Sort.ANYTHING);

  private static final Group ALERT =
      group(
          "value of an alert",
          Map.of(
              "name", TEXT,
              "severity", TEXT,
              "state", TEXT,
              "summary", TEXT,
              "fingerprint", TEXT,
              "labels", ANYTHING,
              "annotations", ANYTHING,
              "link", TEXT,
              "startsAt", Known.of(Sort.TIME)));
  private static final Group INCIDENT =
      group(
          "value of an incident",
          Map.of(
              "number", Known.of(Sort.WHOLE),
              "title", TEXT,
              "severity", TEXT,
              "status", TEXT,
              "channel", TEXT));
  private static final Group RUN =
      group(
          "value of a run",
          Map.of(
              "number", Known.of(Sort.WHOLE),
              "runbook", TEXT,
              "requester", TEXT,
              "dry", YES_NO,
              "started", Known.of(Sort.TIME),
              "succeeded", YES_NO,
              "failed", YES_NO));

  /** Every name with its type, wherever it may be used. */
  public Group everything() {
    return at(Phase.ALWAYS, Integer.MAX_VALUE, true).and("result", ANYTHING);
  }

  /** What a step sees: what comes before it. */
  public Group at(Phase phase, int index, boolean isRepeated) {
    var names = names(phase, index, index);
    if (isRepeated) {
      return names.and("item", ANYTHING).and("index", Known.of(Sort.WHOLE));
    }
    var only = "there only in a step with `forEach`";
    return names
        .and("item", new Elsewhere("`item` is " + only))
        .and("index", new Elsewhere("`index` is " + only));
  }

  /** What undoing a step sees: what that step came to, too. */
  public Group undoing(int index, boolean isRepeated) {
    var names = at(Phase.STEPS, index, isRepeated);
    return names.and("steps", steps(Phase.STEPS, index + 1));
  }

  /** What is seen when a run is over: only what nobody changes any more, and no secrets. */
  public Group over() {
    return shown(at(Phase.ALWAYS, Integer.MAX_VALUE, false))
        .and(
            "vars",
            new Elsewhere(
                "`vars` may have changed by the time that somebody looks; let a step pass it on"));
  }

  /** What is known before there is a run. */
  public Group before() {
    var names = new LinkedHashMap<String, Known>();
    names.put("inputs", inputs());
    names.put("vars", variables());
    names.put("alert", ALERT);
    names.put("incident", INCIDENT);
    for (var later : Set.of("steps", "checks", "run", "result", "item", "index")) {
      names.put(later, new Elsewhere("`" + later + "` is known only once the run has begun"));
    }
    return new Group("name", "names", names);
  }

  /** With what the step itself came to. */
  public static Group after(Group names) {
    return names.and("result", ANYTHING);
  }

  /** For what people read and what is kept: without secrets. */
  public Group shown(Group names) {
    var plain = new LinkedHashMap<>(inputs().names());
    plain.replaceAll((name, known) ->
        outline.isSecret(name)
            ? new Elsewhere(
                "`inputs.%s` is a secret and would be shown or kept here; only `with` of a step that acts may use it"
                    .formatted(name))
            : known);
    return names.and("inputs", new Group("input", "inputs", plain));
  }

  private Group names(Phase phase, int index, int seen) {
    var names = new LinkedHashMap<String, Known>();
    names.put("inputs", inputs());
    names.put("vars", variables());
    names.put("checks", checks(phase, index));
    names.put("steps", steps(phase, seen));
    names.put("run", phase == Phase.ALWAYS ? RUN : running());
    names.put("alert", ALERT);
    names.put("incident", INCIDENT);
    names.put(
        "result",
        new Elsewhere(
            "`result` is there only in `expect`, `outputs` and `acceptable` of the step itself; a"
                + " later step writes `steps.ID.outputs`"));
    return new Group("name", "names", names);
  }

  private static Group running() {
    var only = "` is known only in `always`";
    return RUN.and("succeeded", new Elsewhere("`run.succeeded" + only))
        .and("failed", new Elsewhere("`run.failed" + only));
  }

  private Group inputs() {
    var names = new LinkedHashMap<String, Known>();
    outline.inputs().keySet().forEach(name -> names.put(name, Known.of(outline.sort(name))));
    return new Group("input", "inputs", names);
  }

  private Group variables() {
    var names = new LinkedHashMap<String, Known>();
    new TreeSet<>(vars).forEach(name -> names.put(name, TEXT));
    return new Group("variable in `vars` of muster.yaml", "variables of muster.yaml", names);
  }

  private Group checks(Phase phase, int index) {
    var names = new LinkedHashMap<String, Known>();
    var all = outline.steps(Phase.PREREQUISITES);
    var seen = phase == Phase.PREREQUISITES ? index : all.size();
    for (var i = 0; i < all.size(); i++) {
      var check = all.get(i);
      names.put(check.id(), i < seen ? outputs(check) : later("check", check, i == seen));
    }
    return new Group("prerequisite with the id", "prerequisites before this one", names);
  }

  private Group steps(Phase phase, int index) {
    var names = new LinkedHashMap<String, Known>();
    var all = outline.steps(Phase.STEPS);
    var seen = phase == Phase.STEPS ? index : phase == Phase.PREREQUISITES ? 0 : all.size();
    for (var i = 0; i < all.size(); i++) {
      var step = all.get(i);
      names.put(step.id(), i < seen ? step(step) : later("step", step, i == seen));
    }
    return new Group("step", "steps before this one", names);
  }

  private static Known later(String what, Sketch step, boolean isItself) {
    return new Elsewhere(
        isItself
            ? "%s `%s` is not done yet here; what it comes to itself is `result`, in `expect` and `outputs`"
                .formatted(what, step.id())
            : "%s `%s` comes later; only what came before is known here"
                .formatted(what, step.id()));
  }

  private static Group step(Sketch step) {
    return group(
        "value of a step",
        Map.of(
            "outputs",
            outputs(step),
            "duration",
            Known.of(Sort.LENGTH),
            "attempts",
            Known.of(Sort.WHOLE),
            "succeeded",
            YES_NO,
            "failed",
            YES_NO,
            "skipped",
            YES_NO));
  }

  private static Known outputs(Sketch step) {
    return step.outputs()
        .<Known>map(names -> {
          var known = new LinkedHashMap<String, Known>();
          names.forEach(name -> known.put(name, ANYTHING));
          return new Group("output", "outputs of `" + step.id() + "`", known);
        })
        .orElse(ANYTHING);
  }

  private static Group group(String one, Map<String, Known> names) {
    var sorted = new LinkedHashMap<String, Known>();
    names.keySet().stream()
        .sorted()
        .forEach(name -> sorted.put(name, names.getOrDefault(name, ANYTHING)));
    return new Group(one, one.replaceFirst("value", "values"), sorted);
  }
}
