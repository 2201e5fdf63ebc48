package dev.muster.commands.delivery;

import dev.muster.commands.argument.Readers;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /muster deliveries list [WHICH] [before ID]}: ten at a time, newest first. */
final class ListDeliveries implements Command {

  private static final int SHOWN = 10;
  private static final String ALL = "all";
  private static final String STATES =
      Arrays.stream(Delivery.State.values())
          .map(Delivery.State::word)
          .collect(Collectors.joining("|"));

  private static final List<String> WORDS = List.of((STATES + "|" + ALL).split("\\|", -1));
  private static final Parameter WHICH =
      Parameter.text(
          "which",
          new Asked(
              "Which", "all", new Input.Pick(Choices.of(WORDS)), Readers.oneOf(WORDS).check()));

  private final DeliveryHistory history;

  ListDeliveries(DeliveryHistory history) {
    this.history = history;
  }

  @Override
  public String name() {
    return "deliveries list";
  }

  @Override
  public String arguments() {
    return "[" + STATES + "|" + ALL + "]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(WHICH);
  }

  @Override
  public String summary() {
    return "Lists webhooks, those that could not be read unless you say otherwise";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(DeliveryWords.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var isNamed = !arguments.isEmpty() && !arguments.getFirst().equals("before");
    var which =
        isNamed ? arguments.getFirst().toLowerCase(Locale.ROOT) : Delivery.State.UNREADABLE.word();
    var rest = isNamed ? arguments.subList(1, arguments.size()) : arguments;
    var before =
        rest.size() == 2 && rest.getFirst().equals("before")
            ? DeliveryId.parse(rest.getLast())
            : Optional.<DeliveryId>empty();
    var state = Delivery.State.named(which);
    if ((state.isEmpty() && !which.equals(ALL)) || (!rest.isEmpty() && before.isEmpty())) {
      return wrong(String.join(" ", arguments));
    }
    var page = history.list(state, new PageRequest(SHOWN, before.map(DeliveryId::toString)));
    return Reply.toAsker(render(page, which, before.isPresent()));
  }

  private static Reply wrong(String typed) {
    var problem = "I can't list \"" + DeliveryWords.cut(typed) + "\".";
    var usage = "/muster deliveries list [" + STATES + "|" + ALL + "]";
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            problem + " Write " + usage,
            Block.line(problem),
            Block.line(Span.text("Write "), Span.code(usage))));
  }

  private static Message render(Page<Delivery> page, String which, boolean isLater) {
    if (page.items().isEmpty()) {
      return isLater ? Message.of("No more.") : none(which);
    }
    var blocks = new ArrayList<Block>();
    for (var delivery : page.items()) {
      blocks.add(line(delivery));
      blocks.add(new Block.Buttons(List.of(DeliveryWords.show(delivery))));
    }
    page.nextCursor()
        .map(cursor -> DeliveryWords.command("list", which + " before " + cursor))
        .ifPresent(older -> blocks.add(new Block.Buttons(List.of(Button.of("Older", older)))));
    var count = page.items().size();
    return new Message(
        (count == 1 ? "1 delivery" : count + " deliveries") + " (" + which + ")", blocks);
  }

  private static Message none(String which) {
    if (which.equals(ALL)) {
      return Message.of("No webhook has come in yet.");
    }
    var all = "/muster deliveries list " + ALL;
    var text = "No delivery is " + which + ". All that came in: ";
    return Message.of(text + all, Block.line(Span.text(text), Span.code(all)));
  }

  private static Block line(Delivery delivery) {
    var about =
        delivery
            .error()
            .filter(_ -> delivery.state().canBeReplayed())
            .orElseGet(() -> DeliveryWords.effect(delivery));
    return Block.line(
        Span.time(delivery.id().receivedAt()),
        Span.text("  " + DeliveryWords.subject(delivery) + " · " + DeliveryWords.cut(about) + "  "),
        Span.code(delivery.id().toString()));
  }
}
