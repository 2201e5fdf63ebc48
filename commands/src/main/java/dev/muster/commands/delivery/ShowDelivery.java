package dev.muster.commands.delivery;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /muster deliveries show ID}: what came in, what was wrong with it, what it caused. */
final class ShowDelivery implements Command {

  private static final int MAX_BUTTONS = 3;

  private final DeliveryHistory history;

  ShowDelivery(DeliveryHistory history) {
    this.history = history;
  }

  @Override
  public String name() {
    return "deliveries show";
  }

  @Override
  public String arguments() {
    return "<id>";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(DeliveryWords.which("id", history, Optional.empty()));
  }

  @Override
  public String summary() {
    return "Shows a webhook: its body, what was wrong with it, what it caused";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(DeliveryWords.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var typed = String.join(" ", arguments);
    var id = DeliveryId.parse(typed);
    if (id.isEmpty()) {
      return DeliveryWords.noId(typed);
    }
    return id.flatMap(history::find)
        .map(delivery -> Reply.toAsker(render(delivery)))
        .orElseGet(() -> DeliveryWords.missing(id.get()));
  }

  private Message render(Delivery delivery) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(DeliveryWords.subject(delivery))));
    blocks.add(
        Block.line(
            Span.text("Received "),
            Span.time(delivery.id().receivedAt()),
            Span.text("  "),
            Span.code(delivery.id().toString())));
    delivery.error().ifPresent(error -> blocks.add(Block.line("Wrong: " + error)));
    delivery
        .replayed()
        .ifPresent(replayed ->
            blocks.add(
                Block.line(
                    Span.text("Replayed "),
                    Span.time(replayed.at()),
                    Span.text(" by " + replayed.by()))));
    if (!delivery.state().canBeReplayed()) {
      blocks.add(Block.line("Caused: " + DeliveryWords.effect(delivery)));
    }
    delivery.ignored().first().stream()
        .map(alert -> Block.line("Ignored " + alert.fingerprint() + ": " + alert.reason()))
        .forEach(blocks::add);
    history.body(delivery.id()).map(BodyStart::of).ifPresent(blocks::addAll);
    var buttons = buttons(delivery);
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Message(DeliveryWords.subject(delivery), blocks);
  }

  private static List<Button> buttons(Delivery delivery) {
    if (delivery.state().canBeReplayed()) {
      var replay = DeliveryWords.command("replay", delivery.id());
      return List.of(Button.primary("Replay", replay));
    }
    return delivery.incidents().stream()
        .limit(MAX_BUTTONS)
        .map(id -> Button.of("Show " + id, "/incident show " + id))
        .toList();
  }
}
