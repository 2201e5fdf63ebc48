package dev.muster.commands.people;

import java.util.List;

/** Whether somebody may do something, and why: what every check and every explanation goes by. */
public sealed interface Decision {

  /** It needs no right. */
  record Open() implements Decision {}

  /** These roles of theirs allow it. */
  record Granted(List<Grant> grants) implements Decision {
    public Granted {
      grants = List.copyOf(grants);
    }
  }

  /** No role of theirs does. */
  record Refused(Refusal refusal) implements Decision {}

  /** A role, and the right by which it allows what was asked. */
  record Grant(HeldRole role, Right right) {}

  default boolean isAllowed() {
    return switch (this) {
      case Open _, Granted _ -> true;
      case Refused _ -> false;
    };
  }
}
