package dev.muster.commands.operation;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Leads.Lead;
import dev.muster.commands.store.Page;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.RunId;
import java.util.ArrayList;
import java.util.List;

/** Entries of the operation log as people read them. */
public final class OperationCard {

  public static final String SHOW = "/ops show ";
  public static final String EDIT = "/ops edit ";
  public static final String LIST = "/ops list ";

  private OperationCard() {}

  /** All of one, with what its reader may go on to. */
  public static Message of(Operation operation, Lead lead) {
    var account = operation.account();
    var heading = "Operation " + operation.id() + ": " + account.what();
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    blocks.add(about(operation, lead));
    said(blocks, "Why: ", account.reason());
    for (var part : Part.values()) {
      said(blocks, part.label() + ": ", account.part(part));
      operation.addenda(part).forEach(one -> blocks.add(added(one)));
    }
    var buttons = buttons(operation, lead);
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Message(heading, blocks);
  }

  /** When, for how long, and whose it was. */
  private static Block about(Operation operation, Lead lead) {
    var entry = operation.entry();
    var spans = new ArrayList<Span>();
    spans.add(Span.time(entry.account().at()));
    entry
        .account()
        .took()
        .map(length -> Span.text(" · took " + Words.duration(length)))
        .ifPresent(spans::add);
    spans.add(Span.text(" · " + entry.by().name()));
    spans.add(Span.text(entry.run().map(run -> " · " + run(run, lead)).orElse(" · by hand")));
    entry.incident().map(id -> Span.text(" · incident " + id)).ifPresent(spans::add);
    return new Block.Line(spans);
  }

  private static String run(RunId run, Lead lead) {
    return "run " + run + (lead.isGone() ? " (removed by retention)" : "");
  }

  private static void said(List<Block> blocks, String label, String text) {
    if (!text.isEmpty()) {
      blocks.add(Block.line(Span.strong(label), Span.text(text)));
    }
  }

  private static Block added(Operation.Addendum one) {
    return Block.line(
        Span.strong(one.part().label() + ", later: "),
        Span.text(one.text() + " (" + one.by().name() + ", "),
        Span.time(one.at()),
        Span.text(")"));
  }

  private static List<Button> buttons(Operation operation, Lead lead) {
    var buttons = new ArrayList<Button>();
    if (lead.mayEdit()) {
      buttons.add(Button.of("Add to it", EDIT + operation.id()));
    }
    lead.run()
        .map(run -> Button.of("Show run " + run, "/runbook status " + run))
        .ifPresent(buttons::add);
    lead.incident()
        .map(id -> Button.of("Show " + id, "/incident show " + id))
        .ifPresent(buttons::add);
    return buttons;
  }

  /**
   * A page of them.
   *
   * @param again what is typed behind the list to ask for the same
   */
  public static Message list(
      Page<Operation> page, OperationFilter filter, boolean isLater, String again) {
    if (page.items().isEmpty()) {
      return isLater ? Message.of("No more.") : none(filter);
    }
    var heading = "Operations, the latest first";
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    page.items().forEach(one -> blocks.add(row(one)));
    page.nextCursor()
        .map(cursor -> LIST + again + "before:" + cursor)
        .ifPresent(older -> blocks.add(new Block.Buttons(List.of(Button.of("Older", older)))));
    return new Message(Words.count(page.items().size(), "operation"), blocks);
  }

  /** With the number that is typed to see all of it. */
  private static Block row(Operation one) {
    var account = one.account();
    return new Block.Row(
        List.of(
            Span.text(one.id() + " · "),
            Span.time(account.at()),
            Span.text(" · "),
            Span.strong(Words.echo(account.what())),
            Span.text(" · " + one.entry().by().name() + (one.hasIssues() ? " · with issues" : ""))),
        Button.of("Show", SHOW + one.id()));
  }

  private static Message none(OperationFilter filter) {
    var text =
        filter.isOfAll()
            ? "Nothing is in the operation log yet. Runs that change things write themselves in;"
                + " what you do by hand: "
            : "No operation is like that. What was done by hand and is missing: ";
    var log = "/ops log Restarted api-1 reason:\"memory leak\"";
    return Message.of(text + log, Block.line(Span.text(text), Span.code(log)));
  }
}
