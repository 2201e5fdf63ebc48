package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.words.AlertWords;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.About;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Triggers;
import dev.muster.runbooks.start.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that there is to know of a runbook. */
public final class RunbookCard {

  private RunbookCard() {}

  /**
   * The card.
   *
   * @param plan of its fallbacks
   * @param buttons what the reader may do with it
   */
  public static Message of(Plan plan, Freshness freshness, List<Button> buttons) {
    var runbook = plan.definition().runbook();
    var about = runbook.about();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(Block.Mark.NONE, about.title(), Optional.of(about.name())));
    blocks.add(Block.line(about.purpose()));
    blocks.add(Block.line(facts(about, Says.effect(plan))));
    blocks.add(Block.line(freshness.reviewed(about)));
    blocks.add(Block.line(who(runbook)));
    started(runbook.triggers()).map(Block::line).ifPresent(blocks::add);
    blocks.addAll(inputs(runbook));
    blocks.addAll(StepLines.of(plan));
    blocks.add(new Block.Buttons(buttons));
    return new Message(about.title() + " (" + about.name() + "): " + about.purpose(), blocks);
  }

  private static String facts(About about, String effect) {
    var owner = Optional.of(about.owner()).filter(it -> !it.isBlank()).map("owner "::concat);
    var tags = about.tags().stream().sorted().collect(Collectors.joining(", "));
    var tagged = Optional.of(tags).filter(it -> !it.isEmpty()).map("tags "::concat);
    var target = about.target().map(it -> "target " + Words.duration(it));
    return Stream.of(Optional.of("It " + effect), owner, tagged, target)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private static String who(Runbook runbook) {
    var permissions = runbook.permissions();
    var approves =
        Stream.of(runbook.prerequisites(), runbook.steps(), runbook.verification())
                .flatMap(List::stream)
                .anyMatch(step -> step.action().uses().equals("approve"))
            ? " Approved by " + Says.approval(permissions.approve()) + "."
            : "";
    return "Run by " + Says.roles(permissions.run()) + "." + approves;
  }

  private static Optional<String> started(Triggers triggers) {
    var alerts =
        triggers.alerts().stream()
            .map(one -> {
              var does = one.mode() == Triggers.Mode.AUTO ? "Starts by itself" : "Suggested";
              return does + " when " + AlertWords.when(one);
            });
    var times = triggers.times().stream().map(one -> "At " + one.cron() + " " + one.zone());
    var all = Stream.concat(alerts, times).collect(Collectors.joining(" · "));
    return Optional.of(all).filter(it -> !it.isEmpty());
  }

  private static List<Block> inputs(Runbook runbook) {
    return runbook.inputs().values().stream().<Block>map(RunbookCard::input).toList();
  }

  private static Block.Line input(Input input) {
    var fallback = input.fallback();
    var words = new StringBuilder(" " + Says.type(input.type()));
    if (fallback != null) {
      words.append(", else ").append(Says.typed(fallback));
    } else if (input.required() && !input.isSecret()) {
      words.append(", needed");
    }
    return Block.line(
        Span.code(input.name()),
        Span.text(words + (input.about().isBlank() ? "" : ": " + input.about())));
  }
}
