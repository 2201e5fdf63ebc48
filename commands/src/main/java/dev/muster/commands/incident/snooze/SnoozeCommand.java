package dev.muster.commands.incident.snooze;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Details.Snooze;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.snooze.SnoozeRequest.Read;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /incident snooze}: it may rest for a while, and comes back by itself. */
final class SnoozeCommand implements Command {

  private static final String EXAMPLE = "NUMBER 2h Waits for the vendor";
  private final IncidentActions actions;

  SnoozeCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident snooze";
  }

  @Override
  public String arguments() {
    return "[number] 2h|until:14:00 [reason]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        actions.openOne(),
        SnoozeRequest.UNTIL.parameter("For how long, or until when").required(),
        SnoozeRequest.WHY.parameter("Why"));
  }

  @Override
  public String spelled(String typed, Person asker, Instant now) {
    return Errand.behindNumber(
        typed, text -> SnoozeRequest.spelled(new Typed(text), new Asker(asker, now)));
  }

  @Override
  public String summary() {
    return "Lets its reminders rest until then, unless it gets worse";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var errand = actions.errand(invocation, arguments, "snooze");
    var asker = actions.asker(invocation);
    return switch (SnoozeRequest.read(errand.text(), asker)) {
      case Read.Wrong(var mistake) -> mistake.reply(this, EXAMPLE);
      case Read.Right(var until, var reason) ->
          actions.on(errand, incident -> snooze(invocation, incident, asker, until, reason));
    };
  }

  private Reply snooze(
      Invocation invocation, Incident incident, Asker asker, Instant until, String reason) {
    if (!incident.isOpen()) {
      return SnoozeCommands.unchanged(incident, "It is over.");
    }
    var change = new Change(asker.now(), Actor.of(asker.person()));
    var why = Optional.of(reason).filter(text -> !text.isEmpty());
    var next = incident.with(incident.details().snoozed(new Snooze(until, change, why)));
    var behind = why.map(text -> ": " + text).orElse("");
    var span = Words.duration(Duration.between(change.at(), until));
    actions.save(invocation, next, Kind.SNOOZED, "Snoozed for " + span + behind);
    actions.say(IncidentReplies.said(next, said(invocation, until, span, behind)));
    return Reply.told(answer(next, until, span));
  }

  private static Message said(Invocation invocation, Instant until, String span, String behind) {
    var who = invocation.actor().name();
    return Message.of(
        "%s snoozed it for %s%s".formatted(who, span, behind),
        Block.line(
            Span.text(who + " snoozed it until "),
            Span.time(until),
            Span.text(behind.isEmpty() ? "." : behind)));
  }

  private static Message answer(Incident incident, Instant until, String span) {
    var text = "Snoozed " + incident.id() + " for " + span + ".";
    return Message.of(
        text,
        Block.line(
            Span.text("Snoozed " + incident.id() + " until "),
            Span.time(until),
            Span.text(
                ". Nobody is reminded before; it comes back by itself, and at once if it gets"
                    + " worse.")),
        new Block.Buttons(
            List.of(Button.of("Wake it", IncidentPost.command("unsnooze", incident)))));
  }
}
