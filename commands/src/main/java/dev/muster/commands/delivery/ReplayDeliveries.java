package dev.muster.commands.delivery;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/**
 * {@code /muster deliveries replay ID…} or {@code … replay all [unreadable|failed] [since TIME]};
 * more than one only after {@code confirm}.
 */
final class ReplayDeliveries implements Command {

  /** What one transaction takes; the rest is for the next time. */
  private static final int AT_ONCE = 50;

  private static final String CONFIRM = "confirm";

  private final Replay replay;
  private final Selection selection;

  ReplayDeliveries(Replay replay, Selection selection) {
    this.replay = replay;
    this.selection = selection;
  }

  @Override
  public String name() {
    return "deliveries replay";
  }

  @Override
  public String arguments() {
    return "<id …|all [unreadable|failed] [since 2h]>";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(selection.one());
  }

  @Override
  public String summary() {
    return "Takes kept webhooks again, now that their mapping is mended";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(DeliveryWords.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var isConfirmed = !arguments.isEmpty() && arguments.getLast().equalsIgnoreCase(CONFIRM);
    var words = isConfirmed ? arguments.subList(0, arguments.size() - 1) : arguments;
    var selected = selection.of(words);
    if (selected.isEmpty()) {
      return unclear(String.join(" ", words));
    }
    var ids = selected.get().ids();
    if (ids.isEmpty()) {
      return Reply.toAsker(Message.of("There is nothing to replay: all of that could be read."));
    }
    if (ids.size() > 1 && !isConfirmed) {
      return ask(selected.get());
    }
    var report = new ReplayReport(ids.size());
    var taken = ids.subList(0, Math.min(AT_ONCE, ids.size()));
    replay.replay(taken, invocation.actor().id()).forEach(report::add);
    return report.reply();
  }

  private static Reply ask(Selection.Selected selected) {
    var count = Math.min(AT_ONCE, selected.ids().size());
    var text =
        "This takes "
            + count
            + " webhooks again"
            + (selected.ids().size() > AT_ONCE ? ", the oldest of " + selected.ids().size() : "")
            + ". What they say may open incidents and page people. Nothing was done yet.";
    var command = DeliveryWords.command("replay", selected.words() + " " + CONFIRM);
    return Reply.unconfirmed(text, "Replay " + count, command);
  }

  private static Reply unclear(String typed) {
    var problem =
        typed.isEmpty()
            ? "Which delivery?"
            : "I can't replay \"" + DeliveryWords.cut(typed) + "\".";
    var one = DeliveryWords.command("replay", "ID");
    var all = DeliveryWords.command("replay", "all unreadable since 2h");
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            problem + " Write " + one + " or " + all,
            Block.line(problem),
            Block.line(Span.text("Write "), Span.code(one), Span.text(" or "), Span.code(all)),
            Block.line(Span.text("Their ids: "), Span.code("/muster deliveries list"))));
  }
}
