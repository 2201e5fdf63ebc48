package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertSource;
import java.util.List;
import java.util.Optional;

/** Every kind of sender that Muster reads. A new one is a file and a line here. */
public final class Sources {

  private static final List<AlertSource> ALL =
      List.of(new AlertmanagerSource(), new PagerDutyEventsSource(), new GenericSource());

  private Sources() {}

  public static Optional<AlertSource> find(String name) {
    return ALL.stream().filter(source -> source.name().equals(name)).findFirst();
  }

  /** In the order in which people are told of them. */
  public static List<String> names() {
    return ALL.stream().map(AlertSource::name).toList();
  }
}
