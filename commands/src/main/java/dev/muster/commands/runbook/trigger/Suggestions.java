package dev.muster.commands.runbook.trigger;

import dev.muster.commands.argument.Quotes;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.card.FittingCard;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.words.AlertWords;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.trigger.AlertFacts;
import dev.muster.runbooks.trigger.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The runbooks that fit an alert, for people to start.
 *
 * @param names what their triggers' inputs are computed from
 */
record Suggestions(Map<String, Object> names, Map<String, Object> vars, Freshness freshness) {

  private static final int SHOWN = 4;

  /** A button holds no more everywhere. */
  private static final int LONGEST = 1_500;

  /** The best first, each with a button that leads to its preview or its form. */
  Message of(AlertFacts alert, List<Fit> fits) {
    var shown = fits.stream().limit(SHOWN).toList();
    var blocks = new ArrayList<Block>();
    var head =
        (fits.size() == 1 ? "A runbook for " : "Runbooks for ") + Words.echo(alert.name()) + ": ";
    var titles =
        shown.stream().map(fit -> fit.runbook().about().title()).collect(Collectors.joining(" · "));
    for (var fit : shown) {
      var why = "because " + AlertWords.because(fit.trigger(), alert);
      blocks.add(new Block.Line(FittingCard.spans(fit.runbook().about(), freshness, why)));
    }
    var buttons = new ArrayList<Button>();
    for (var fit : shown) {
      var label = "Run " + fit.runbook().name();
      buttons.add(
          buttons.isEmpty() ? Button.primary(label, command(fit)) : Button.of(label, command(fit)));
    }
    var more = fits.size() - shown.size();
    if (more > 0) {
      var names = fits.stream().skip(SHOWN).map(fit -> fit.runbook().name());
      blocks.add(
          Block.line("and %d more: %s".formatted(more, names.collect(Collectors.joining(", ")))));
    }
    blocks.add(new Block.Buttons(buttons));
    return new Message(head + titles, blocks);
  }

  private String command(Fit fit) {
    var plain = "/runbook run " + fit.runbook().name();
    var inputs = TriggerInputs.of(fit.trigger().inputs(), names, vars);
    var typed =
        inputs.entrySet().stream()
            .map(one -> " " + one.getKey() + "=" + Quotes.around(Sayings.of(one.getValue())))
            .sorted()
            .collect(Collectors.joining());
    return plain.length() + typed.length() <= LONGEST ? plain + typed : plain;
  }
}
