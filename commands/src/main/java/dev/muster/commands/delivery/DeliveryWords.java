package dev.muster.commands.delivery;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.text.Words;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the commands of this package have in common: rights, and how a delivery is said. */
final class DeliveryWords {

  static final Right VIEW = new Right("alert", "view");
  static final Right ACT = new Right("alert", "act");

  private static final String ROOT = "/muster deliveries ";
  private static final int SHORT = 160;
  private static final int CHOICES = 25;

  private DeliveryWords() {}

  static String command(String verb, Object arguments) {
    return ROOT + verb + " " + arguments;
  }

  static Button show(Delivery delivery) {
    return Button.of("Show", command("show", delivery.id()));
  }

  /** Who sent it and what became of it, such as {@code uptime (generic) · unreadable}. */
  static String subject(Delivery delivery) {
    return delivery.integration() + " (" + delivery.source() + ") · " + delivery.state().word();
  }

  /** What it caused, such as {@code 2 alerts, in #12 and #13}. */
  static String effect(Delivery delivery) {
    var alerts = Words.count(delivery.alertCount(), "alert");
    return delivery.incidents().isEmpty()
        ? alerts + ", no incident"
        : alerts + ", in " + incidents(delivery.incidents());
  }

  static String incidents(Collection<IncidentId> ids) {
    return ids.stream().map(IncidentId::toString).collect(Collectors.joining(", "));
  }

  /** Which of the latest, or of those of a state. */
  static Parameter which(String name, DeliveryHistory history, Optional<Delivery.State> state) {
    var latest =
        new Input.Pick(_ ->
            history.list(state, PageRequest.first(CHOICES)).items().stream()
                .map(one -> new Choice(one.id().toString(), subject(one)))
                .toList());
    return Parameter.word(name, new Asked("Which webhook", "ID", latest, Check.NONE)).required();
  }

  static String cut(String text) {
    return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
  }

  static Reply noId(String typed) {
    return mistake(
        Reply.Error.INVALID, "\"" + cut(typed) + "\" is not a delivery's id. They are listed by ");
  }

  static Reply missing(DeliveryId id) {
    return mistake(
        Reply.Error.NOT_FOUND, "There is no delivery " + id + ", or none any more. What is kept: ");
  }

  private static Reply mistake(Reply.Error error, String problem) {
    var list = ROOT + "list";
    return Reply.error(
        error, Message.of(problem + list, Block.line(Span.text(problem), Span.code(list))));
  }
}
