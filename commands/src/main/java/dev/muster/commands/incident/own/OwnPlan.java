package dev.muster.commands.incident.own;

import dev.muster.commands.alert.own.NameTemplate;
import dev.muster.commands.alert.own.NameTemplate.Subject;
import dev.muster.commands.alert.own.OwnChannel;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration wants of an incident's own channel.
 *
 * @param invited who is to be there besides those who have to do with it
 * @param archiveAfter how long after its end it is archived; absent: never
 * @param zone in which a day begins and ends
 */
public record OwnPlan(
    NameTemplate name, List<PersonId> invited, Optional<Duration> archiveAfter, ZoneId zone) {

  public OwnPlan {
    invited = List.copyOf(invited);
  }

  /** For a channel that is there although the configuration wants none any more. */
  static OwnPlan leftOver() {
    var after = Optional.of(OwnChannel.DEFAULT_ARCHIVE_AFTER);
    return new OwnPlan(NameTemplate.USUAL, List.of(), after, ZoneOffset.UTC);
  }

  /** What the channel of an incident is to be called. */
  public String nameOf(Incident incident) {
    var headline = incident.headline();
    return name.name(
        new Subject(
            incident.id().value(),
            headline.title(),
            headline.services().stream().findFirst().orElse(""),
            incident.severity().name(),
            incident.openedAt().atZone(zone).toLocalDate()));
  }
}
