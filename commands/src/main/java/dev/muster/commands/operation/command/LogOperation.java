package dev.muster.commands.operation.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.operation.OperationCard;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Desk;
import java.util.List;
import java.util.Optional;

/** {@code /ops log}: what somebody did by hand, for those who wonder later. */
record LogOperation(OperationDesk desk) implements Command {

  private static final String EXAMPLE = "Restarted api-1 reason:\"memory leak\" took:5m";

  @Override
  public String name() {
    return "ops log";
  }

  @Override
  public List<String> aliases() {
    return List.of("new", "write");
  }

  @Override
  public String arguments() {
    return "what reason:… [impact:…] [took:20m] [issues:…] [follow-up:…] [at:14:05]"
        + " [incident:1042]";
  }

  @Override
  public List<Parameter> parameters() {
    return Logged.parameters();
  }

  @Override
  public String summary() {
    return "Writes into the operation log what was done by hand; runs write their own entries";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(OperationCommands.EDIT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), desk.clock().instant());
    return switch (Logged.of(Typed.behind(invocation, arguments), asker)) {
      case Logged.Read.Wrong(var mistake) -> mistake.reply(this, EXAMPLE);
      case Logged.Read.Right(var logged) -> keep(invocation, logged, asker);
    };
  }

  /** Said in an incident's thread it belongs to that. */
  private Reply keep(Invocation invocation, Logged logged, Asker asker) {
    var id = logged.incident().or(() -> desk.threads().incidentAt(invocation.place()));
    // Locked before the entry is written: its timeline is part of it.
    var incident = id.flatMap(desk.incidents()::findForUpdate);
    if (logged.incident().isPresent() && incident.isEmpty()) {
      return Reply.error(
          Reply.Error.NOT_FOUND,
          Message.of(
              "There is no incident %s. Nothing was written. /incident list shows those there are."
                  .formatted(logged.incident().get())));
    }
    var by = Desk.who(invocation.actor());
    var entry = new Entry(logged.account(), by, asker.now(), Optional.empty(), id);
    var written = desk.log().add(entry);
    incident.ifPresent(it -> desk.incidents().save(it, line(invocation, it, written, entry)));
    return answer(written, logged, asker);
  }

  /** What its timeline says of it. */
  private static TimelineEntry line(
      Invocation invocation, Incident incident, OperationId id, Entry entry) {
    return new TimelineEntry(
        incident.id(),
        entry.writtenAt(),
        TimelineEntry.Kind.NOTE,
        Actor.of(invocation.actor()),
        "Operation %s: %s".formatted(id, entry.account().what()),
        Optional.of(invocation.place().platform()));
  }

  /** With the time that was understood, where one was said: it may be another day. */
  private static Reply answer(OperationId id, Logged logged, Asker asker) {
    var what = "Operation %s is in the log: %s".formatted(id, logged.account().what());
    var text = what + logged.at().map(at -> " · began " + Clock.say(at, asker)).orElse("");
    return Reply.toAsker(
        Message.of(
            text,
            Block.line(text),
            new Block.Buttons(
                List.of(
                    Button.of("Show", OperationCard.SHOW + id),
                    Button.of("Add to it", OperationCard.EDIT + id)))));
  }
}
