package dev.muster.runbooks.language;

import java.util.Set;

/**
 * What a runbook itself asks of people, beside their own rights.
 *
 * @param run roles of which one is needed to run it; empty: any
 */
public record Permissions(Set<String> run, Approval approve) {

  public static final Permissions OPEN = new Permissions(Set.of(), Approval.BY_ANYBODY);

  public Permissions {
    run = Set.copyOf(run);
  }

  /**
   * Who approves.
   *
   * @param roles of which one is needed; empty: any
   * @param quorum how many different people
   * @param notRequester whether the one who asked for the run does not count
   */
  public record Approval(Set<String> roles, int quorum, boolean notRequester) {

    public static final Approval BY_ANYBODY = new Approval(Set.of(), 1, false);

    public Approval {
      roles = Set.copyOf(roles);
    }
  }
}
