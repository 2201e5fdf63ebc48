package dev.muster.commands.oncall;

import dev.muster.commands.people.PersonId;
import java.util.List;

/**
 * People who take turns, in their order. A layer begins with its rotation's first handoff; nobody
 * has the duty by it before.
 *
 * @param participants who takes the turns; somebody may stand here more than once
 * @param priority the layer with the highest number alone counts; layers with equal ones run side
 *     by side
 */
public record Layer(Rotation rotation, List<PersonId> participants, int priority) {

  public Layer {
    participants = List.copyOf(participants);
    if (participants.isEmpty()) {
      throw new IllegalArgumentException("a layer needs somebody to take the turns");
    }
  }

  /** Whose turn the shift of this number is. */
  public PersonId participant(long number) {
    return participants.get((int) Math.floorMod(number, (long) participants.size()));
  }
}
