package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import dev.muster.runbooks.language.Permissions.Approval;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.start.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The steps of a plan, line by line. */
final class StepLines {

  private static final int SHOWN = 25;

  private StepLines() {}

  /** Of every phase that has steps, under its own words. */
  static List<Block> of(Plan plan) {
    var blocks = new ArrayList<Block>();
    for (var phase : Phase.values()) {
      var steps = plan.lines().stream().filter(line -> line.path().phase() == phase).toList();
      if (!steps.isEmpty()) {
        title(phase).ifPresent(words -> blocks.add(Block.line(Span.strong(words))));
        steps.stream().limit(SHOWN).map(line -> line(plan, line)).forEach(blocks::add);
        if (steps.size() > SHOWN) {
          blocks.add(Block.line("and " + (steps.size() - SHOWN) + " more"));
        }
      }
    }
    return blocks;
  }

  static Optional<String> title(Phase phase) {
    return switch (phase) {
      case PREREQUISITES -> Optional.of("Checks first");
      case STEPS -> Optional.of("Steps");
      case VERIFICATION -> Optional.of("Then verified");
      case ALWAYS -> Optional.of("Whatever happens");
      case ROLLBACK -> Optional.empty();
    };
  }

  private static Block line(Plan plan, Plan.Line line) {
    var step = step(plan, line);
    var condition = step.onlyIf().map(it -> Span.code(it.source()));
    var spans = new ArrayList<Span>();
    spans.add(Span.strong((line.path().index() + 1) + " " + line.name()));
    switch (line.whether()) {
      case NO -> spans.add(Span.text(" · skipped, because this does not hold: "));
      case YES -> spans.add(Span.text(" · " + what(plan, line, step)));
      case DEPENDS -> spans.add(Span.text(" · " + what(plan, line, step) + " · only if "));
    }
    if (line.whether() != Plan.Whether.YES) {
      condition.ifPresent(spans::add);
    }
    return new Block.Line(spans);
  }

  private static Step step(Plan plan, Plan.Line line) {
    return plan.definition().runbook().steps(line.path().phase()).get(line.path().index());
  }

  private static String what(Plan plan, Plan.Line line, Step step) {
    var words = new ArrayList<String>();
    if (step.action().uses().equals("approve")) {
      var usual = plan.definition().runbook().permissions().approve();
      words.add("asks " + Says.approval(approval(step, usual)));
    } else if (Says.waits(step).isPresent()) {
      words.add("by hand");
    } else {
      words.add(Says.step(line.plan().map(Plan::effect).orElse(line.effect())));
    }
    words.add(line.does());
    if (step.forEach().isPresent()) {
      words.add("for each of a list");
    }
    if (line.pointOfNoReturn()) {
      words.add("← no way back");
    } else if (line.undoes().isPresent()) {
      words.add("can be undone");
    }
    return String.join(" · ", words);
  }

  /** What the step leaves out is as the runbook says. */
  private static Approval approval(Step step, Approval usual) {
    var fixed = new LinkedHashMap<String, Object>();
    step.action()
        .with()
        .forEach((name, template) -> {
          if (template.names().isEmpty()) {
            Optional.ofNullable(template.fill(fixed)).ifPresent(it -> fixed.put(name, it));
          }
        });
    Set<String> roles = new TreeSet<>();
    if (fixed.get("roles") instanceof List<?> named) {
      named.forEach(role -> roles.add(String.valueOf(role)));
    } else {
      roles.addAll(usual.roles());
    }
    var quorum = fixed.get("quorum") instanceof Number many ? many.intValue() : usual.quorum();
    var notRequester =
        fixed.get("notRequester") instanceof Boolean not ? not : usual.notRequester();
    return new Approval(roles, quorum, notRequester);
  }
}
