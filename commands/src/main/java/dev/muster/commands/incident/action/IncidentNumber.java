package dev.muster.commands.incident.action;

import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Value;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.text.Words;

/** The number of an incident where it is the value of an option. */
public final class IncidentNumber {

  public static final Reader<IncidentId> READER =
      (text, _) ->
          IncidentId.parse(text)
              .<Value<IncidentId>>map(Value.Good::new)
              .orElseGet(
                  () -> new Value.Bad<>("\"" + Words.echo(text) + "\" is no incident's number."));

  private IncidentNumber() {}
}
