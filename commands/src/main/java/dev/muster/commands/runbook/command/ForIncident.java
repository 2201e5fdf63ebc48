package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.trigger.Triggered;
import dev.muster.commands.runbook.typing.InputParameters;
import dev.muster.commands.runbook.typing.Typing;
import dev.muster.runbooks.kind.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The incident that a run is for: the one that is named, or else the one in whose thread it is
 * asked for; where that has gone into another, the other.
 */
record ForIncident(Desk desk, IncidentThreads threads, Triggered triggered) {

  /** That there is none of the number that was named. */
  Optional<Reply> unknown(Typing typing) {
    return typing
        .incident()
        .filter(id -> triggered.incidents().apply(id).isEmpty())
        .map(id -> {
          var words =
              "There is no incident %s. Nothing was done. Write one that there is behind for:, or leave that out."
                  .formatted(id);
          var list = Button.primary("Open incidents", "/incident list");
          return Reply.error(
              Reply.Error.NOT_FOUND,
              Message.of(words, Block.line(words), new Block.Buttons(List.of(list))));
        });
  }

  /** With what the incident's alert gives to it, where nothing else was typed. */
  Typing filled(Typing typing) {
    if (typing.incident().isEmpty()) {
      return typing;
    }
    var vars = desk.means().surroundings().vars();
    var inputs = triggered.inputs(typing.incident().get(), typing.definition(), vars);
    var given = new HashMap<>(inputs);
    given.putAll(typing.typed());
    return typing.giving(given, new InputParameters(desk.directory()).people());
  }

  /** Where its run talks. */
  Attempt.Place place(Invocation invocation, Typing typing) {
    var meant = meant(invocation, typing);
    var home = meant.flatMap(triggered::home);
    var channel = home.map(Incident::channel).orElse(invocation.place().channel());
    return new Attempt.Place(
        channel, home.map(Incident::id).or(() -> meant).map(IncidentId::value));
  }

  /** What its run sees: the alert is the one of the incident that was named. */
  Map<String, Object> context(Invocation invocation, Typing typing) {
    return meant(invocation, typing)
        .map(id -> triggered.context(id, typing.name()))
        .orElseGet(Map::of);
  }

  /** The one that somebody means, whatever has become of it. */
  Optional<IncidentId> meant(Invocation invocation, Typing typing) {
    return typing.incident().or(() -> threads.incidentAt(invocation.place()));
  }
}
