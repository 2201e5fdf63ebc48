package dev.muster.runbooks.reading;

import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.Set;

/**
 * The channels of the configuration, where runbooks speak.
 *
 * @param names empty where nobody knows them
 */
record Channels(Set<String> names) {

  private static final String CHANNEL = "channel:";

  /** One by its name alone. */
  Shape<String> name() {
    return names.isEmpty()
        ? Shapes.word()
        : Shapes.reference("channel", "channels", names).shownAs(Shapes.word()::schema);
  }

  /** Whether there is one where an address names one; says so where there is none. */
  boolean isKnown(String address, Place place, Problems problems) {
    if (names.isEmpty() || !address.startsWith(CHANNEL)) {
      return true;
    }
    var name = address.substring(CHANNEL.length());
    if (names.contains(name)) {
      return true;
    }
    problems.add(
        place,
        "there is no channel " + Words.quoted(name) + Words.insteadOf(name, names, "channels"));
    return false;
  }
}
