package dev.muster.commands.intake.history.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Block.Mark;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.people.Right;
import dev.muster.commands.silence.command.Hush;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /alert show}: one alert with all that is known of it. */
final class ShowAlert implements Command {

  static final Right VIEW = new Right("alert", "view");

  private static final int CHOICES = 25;
  private static final String LIST = "/alert list";

  private final AlertHistory alerts;
  private final LastDelivery last;
  private final Hush hush;

  ShowAlert(AlertHistory alerts, LastDelivery last, Hush hush) {
    this.alerts = alerts;
    this.last = last;
    this.hush = hush;
  }

  @Override
  public String name() {
    return "alert show";
  }

  @Override
  public String arguments() {
    return "<alert>";
  }

  @Override
  public List<Parameter> parameters() {
    var firing = new Input.Pick(_ -> firing());
    return List.of(
        Parameter.word("alert", new Asked("Which alert", "101", firing, Check.NONE)).required());
  }

  @Override
  public String summary() {
    return "Shows one alert: its labels, its incident, its silence, and what was last heard of it";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    if (arguments.isEmpty()) {
      return mistake(Reply.Error.INVALID, "Which alert?");
    }
    var typed = String.join(" ", arguments);
    if (!typed.matches("[0-9]{1,18}")) {
      return mistake(Reply.Error.INVALID, "\"" + typed + "\" is no alert's number.");
    }
    return Optional.of(Long.parseLong(typed))
        .flatMap(alerts::numbered)
        .map(alert -> Reply.toAsker(render(alert)))
        .orElseGet(() -> mistake(Reply.Error.NOT_FOUND, "There is no alert " + typed + "."));
  }

  /** The newest: asked for with every letter typed, when the worst of a storm would take long. */
  private List<Choice> firing() {
    var page = PageRequest.first(CHOICES);
    return alerts.list(AlertQuery.FIRING.whole(), page).items().stream()
        .map(alert ->
            new Choice(Long.toString(alert.id()), alert.severity() + " · " + alert.title()))
        .toList();
  }

  private static Reply mistake(Reply.Error error, String problem) {
    var past = LIST + " resolved";
    return Reply.error(
        error,
        Message.of(
            problem + " " + LIST,
            Block.line(problem),
            Block.line(Span.text("Those that fire: "), Span.code(LIST)),
            Block.line(Span.text("Past ones: "), Span.code(past)),
            new Block.Buttons(
                List.of(Button.primary("What fires", LIST), Button.of("Past ones", past)))));
  }

  private Message render(Alert alert) {
    var isFiring = AlertWords.isFiring(alert);
    var mark = isFiring ? Mark.of(alert.level()) : Mark.NONE;
    var headline = alert.severity().toUpperCase(Locale.ROOT) + " · " + alert.title();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(mark, headline, alert.incident().map(Object::toString)));
    alert.summary().map(Block::line).ifPresent(blocks::add);
    blocks.add(standing(alert));
    hush.line(alert).ifPresent(blocks::add);
    blocks.add(heard(alert));
    fields(alert.labels()).ifPresent(blocks::add);
    fields(alert.annotations()).ifPresent(blocks::add);
    links(alert).ifPresent(blocks::add);
    var buttons = buttons(alert);
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Message(headline, blocks);
  }

  private static Block standing(Alert alert) {
    var spans = new ArrayList<Span>();
    spans.add(Span.strong(alert.status().toUpperCase(Locale.ROOT)));
    spans.add(Span.text(" since "));
    spans.add(Span.time(alert.startsAt().orElse(alert.openedAt())));
    alert
        .endsAt()
        .filter(_ -> !AlertWords.isFiring(alert))
        .ifPresent(at -> {
          spans.add(Span.text(", until "));
          spans.add(Span.time(at));
        });
    spans.add(Span.text(" · " + AlertWords.name(alert)));
    return new Block.Line(spans);
  }

  private static Block heard(Alert alert) {
    return Block.line(
        Span.text(alert.source() + " told of it " + Words.count(alert.count(), "time") + ", last "),
        Span.time(alert.lastSeenAt()));
  }

  private static Optional<Block> fields(Map<String, String> texts) {
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Fields(
                texts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(text -> new Block.Field(text.getKey(), text.getValue()))
                    .toList()));
  }

  private static Optional<Block> links(Alert alert) {
    var spans = new ArrayList<Span>();
    alert
        .links()
        .forEach((name, url) -> {
          if (!spans.isEmpty()) {
            spans.add(Span.text(" · "));
          }
          spans.add(new Span.Link(name, url));
        });
    return spans.isEmpty() ? Optional.empty() : Optional.of(new Block.Line(spans));
  }

  private List<Button> buttons(Alert alert) {
    var buttons = new ArrayList<Button>();
    alert
        .incident()
        .ifPresent(id -> buttons.add(Button.primary("Show " + id, "/incident show " + id)));
    hush.button(alert).ifPresent(buttons::add);
    last.of(alert)
        .ifPresent(delivery ->
            buttons.add(Button.of("Last webhook", "/muster deliveries show " + delivery.id())));
    return buttons;
  }
}
