package dev.muster.bot.slack;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.integrations.slack.inbound.Channels;
import java.util.Optional;
import java.util.function.Function;

/**
 * The channels of the configuration, and those that incidents have for themselves: these count as
 * the channel that the incident is in.
 *
 * @param owner the incident that has a channel of Slack for itself
 */
record SlackRooms(
    SlackChannels configured, Function<String, Optional<IncidentId>> owner, IncidentStore incidents)
    implements Channels {

  @Override
  public Optional<String> name(String id) {
    return configured
        .name(id)
        .or(() -> owner.apply(id).flatMap(incidents::find).map(Incident::channel));
  }

  @Override
  public boolean isOwn(String id) {
    return configured.name(id).isEmpty() && owner.apply(id).isPresent();
  }

  @Override
  public String usual() {
    return configured.usual();
  }
}
