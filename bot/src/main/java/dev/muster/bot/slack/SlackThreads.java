package dev.muster.bot.slack;

import dev.muster.commands.chat.Place;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.inbound.Threads;
import java.util.Optional;

/** Finds incidents by their threads in Slack too, where the channel is part of a thread's name. */
public record SlackThreads(IncidentThreads threads) implements IncidentThreads {

  @Override
  public Optional<IncidentId> incidentAt(Place place) {
    return root(place).flatMap(threads::incidentAt);
  }

  /** A place by its thread's root as posts are kept; empty in Slack outside of threads. */
  public static Optional<Place> root(Place place) {
    return place.platform().equals(SlackChat.PLATFORM)
        ? place
            .thread()
            .flatMap(Threads::root)
            .map(root -> new Place(root.platform(), root.channel(), Optional.of(root.message())))
        : Optional.of(place);
  }

  @Override
  public void append(ThreadReply reply) {
    threads.append(reply);
  }
}
