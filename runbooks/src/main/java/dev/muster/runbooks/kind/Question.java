package dev.muster.runbooks.kind;

import java.util.List;
import java.util.Set;

/** What people are asked. */
public sealed interface Question {

  /** For people to read. */
  String words();

  /**
   * Whether it may go on.
   *
   * @param roles of which one is needed; empty: any
   * @param quorum how many different people
   * @param notRequester whether the one who asked for the run does not count
   */
  record Approval(String words, Set<String> roles, int quorum, boolean notRequester)
      implements Question {
    public Approval {
      roles = Set.copyOf(roles);
    }
  }

  /** Whether something is so, or was done. */
  record Confirmation(String words) implements Question {}

  /** What is to be done by hand, line by line. */
  record Checklist(String words, List<String> lines) implements Question {
    public Checklist {
      lines = List.copyOf(lines);
    }
  }
}
