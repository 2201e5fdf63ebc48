package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.start.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a runbook would do with these inputs, before it does anything. */
public final class PlanCard {

  private PlanCard() {}

  /**
   * The card.
   *
   * @param inputs all that the run would be given
   * @param buttons what can be done with it; may be empty
   */
  public static Message of(Plan plan, Map<String, Object> inputs, List<Block.Button> buttons) {
    var about = plan.definition().runbook().about();
    var effect = Says.effect(plan);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(Block.Mark.NONE, about.title(), Optional.of(about.name())));
    blocks.add(
        Block.line(Span.text("It "), Span.strong(effect), Span.text(". " + about.purpose())));
    if (!inputs.isEmpty()) {
      blocks.add(
          new Block.Fields(
              inputs.entrySet().stream()
                  .map(one -> new Block.Field(one.getKey(), Sayings.of(one.getValue())))
                  .toList()));
    }
    blocks.addAll(StepLines.of(plan));
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Message(about.title() + " (" + about.name() + ") " + effect, blocks);
  }

  /** What it waits for before all else, such as {@code waits for a yes or no: It is real}. */
  public static Optional<String> firstWait(Plan plan) {
    var first = plan.lines().stream().filter(line -> line.whether() != Plan.Whether.NO).findFirst();
    return first
        .filter(line -> line.whether() == Plan.Whether.YES)
        .flatMap(line -> {
          var path = line.path();
          var step = plan.definition().runbook().steps(path.phase()).get(path.index());
          return Says.waits(step).map(words -> words + ": " + line.name());
        });
  }
}
