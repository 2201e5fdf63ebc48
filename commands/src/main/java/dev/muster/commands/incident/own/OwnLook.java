package dev.muster.commands.incident.own;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.own.OwnChannels.Bookmark;
import dev.muster.commands.people.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** What an incident's own channel shows: a pure function of the incident's state. */
final class OwnLook {

  private static final String RUNBOOK = "runbook";

  private OwnLook() {}

  /** How bad, how it stands, what it is. */
  static String topic(Incident incident) {
    var severity = incident.severity().name().toUpperCase(Locale.ROOT);
    return String.join(
        " · ", severity, standing(incident), incident.headline().title(), incident.id().toString());
  }

  private static String standing(Incident incident) {
    return incident.state() instanceof IncidentState.Merged merged
        ? "GOES ON AS " + merged.into()
        : incident.state().status().word().toUpperCase(Locale.ROOT);
  }

  /** Whoever has to do with it. */
  static SequencedSet<PersonId> people(Incident incident) {
    var people = new LinkedHashSet<PersonId>();
    incident.assignee().ifPresent(who -> add(people, who));
    incident.state().acknowledged().ifPresent(change -> add(people, change.by()));
    incident.details().crew().roles().values().forEach(who -> add(people, who));
    return people;
  }

  private static void add(SequencedSet<PersonId> people, Actor who) {
    if (who instanceof Actor.Human(var id, _)) {
      people.add(id);
    }
  }

  /** The incident's page, and what the team opens first. */
  static List<Bookmark> bookmarks(Incident incident, Optional<String> page) {
    var bookmarks = new ArrayList<Bookmark>();
    page.ifPresent(url -> bookmarks.add(new Bookmark(incident.id() + " in Muster", url)));
    firstLink(incident.headline().links())
        .ifPresent(link -> bookmarks.add(new Bookmark(link.getKey(), link.getValue())));
    return bookmarks;
  }

  private static Optional<Map.Entry<String, String>> firstLink(Map<String, String> links) {
    return links.entrySet().stream()
        .filter(link -> link.getKey().equalsIgnoreCase(RUNBOOK))
        .findFirst()
        .or(() -> links.entrySet().stream().findFirst());
  }
}
