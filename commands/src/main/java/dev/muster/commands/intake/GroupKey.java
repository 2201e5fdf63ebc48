package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Route;
import dev.muster.commands.text.Sha256;

/**
 * What makes alerts share an incident: the channel, and within it the values of the route's {@code
 * groupBy} labels, or else the sender's own grouping, or else the title.
 */
final class GroupKey {

  private static final char SEPARATOR = '\u001f';

  private GroupKey() {}

  /** 64 hexadecimal digits, whatever the length of what they stand for. */
  static String of(
      Integration integration, Route route, String channel, AlertBatch batch, AlertEvent event) {
    var text = new StringBuilder(200).append(channel).append(SEPARATOR);
    if (route.groupBy().isEmpty()) {
      text.append(integration.name())
          .append(SEPARATOR)
          .append(batch.groupKey().orElseGet(event::title));
    } else {
      text.append(route.name());
      for (var label : route.groupBy()) {
        text.append(SEPARATOR).append(event.labels().getOrDefault(label, ""));
      }
    }
    return Sha256.hex(text.toString());
  }
}
