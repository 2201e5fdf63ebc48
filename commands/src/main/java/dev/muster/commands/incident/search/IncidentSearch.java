package dev.muster.commands.incident.search;

import dev.muster.commands.incident.Incident;
import java.util.List;

/** Finds incidents by what people remember of them. */
public interface IncidentSearch {

  /** Those whose title has all the words or their beginnings, newest first, at most so many. */
  List<Incident> find(SearchWords words, int limit);
}
