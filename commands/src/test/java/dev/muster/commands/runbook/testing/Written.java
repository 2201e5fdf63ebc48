package dev.muster.commands.runbook.testing;

/** Runbooks as somebody would write them. */
public final class Written {

  private Written() {}

  public static final String LOOK =
      """
      apiVersion: muster/v1
      runbook: slow-queries
      title: Look at slow queries
      purpose: Shows what keeps the database busy.
      owner: platform
      reviewed: 2026-11-01
      tags: [database]
      steps:
        - {id: look, name: Look, uses: look, with: {text: statements}}
      """;

  public static final String RESTART =
      """
      apiVersion: muster/v1
      runbook: restart-api
      title: Restart the API
      purpose: When it hangs.
      owner: platform
      reviewed: 2026-11-01
      tags: [restart]
      inputs:
        replicas: {type: integer, min: 1, max: 9, description: How many}
        size: {type: enum, values: [small, large], default: small}
        who: {type: person, required: false}
        hurry: {type: boolean, default: false}
      steps:
        - {id: change, name: Restart, uses: change, with: {text: "${{ inputs.replicas }} of ${{ vars.api }}"}}
        - {id: fast, name: Hurry, uses: change, if: inputs.hurry}
      """;

  public static final String FAILOVER =
      """
      apiVersion: muster/v1
      runbook: failover
      title: Fail over
      purpose: When the primary is gone.
      owner: platform
      reviewed: 2026-11-01
      tags: [database]
      target: 5m
      permissions: {run: [operator, dba], approve: {roles: [dba], quorum: 2, notRequester: true}}
      inputs:
        replica: {type: string, default: app-replica}
        token: {type: secret, from: TOKEN}
      steps:
        - {id: go, name: Approve, uses: approve, with: {message: "Promote ${{ inputs.replica }}?"}}
        - {id: promote, name: Promote, uses: change, with: {text: "${{ inputs.replica }}"}, onFailure: pause, rollback: {uses: change}}
      """;

  public static final String FLUSH =
      """
      apiVersion: muster/v1
      runbook: flush-cache
      title: Flush the cache
      purpose: When it is wrong.
      owner: platform
      reviewed: 2025-01-01
      inputs:
        cache: {type: string, default: sessions}
      steps:
        - {id: flush, name: Flush, uses: destroy, with: {text: "${{ inputs.cache }}"}}
      """;

  public static final String CHECKLIST =
      """
      apiVersion: muster/v1
      runbook: outage
      title: Complete outage
      purpose: What to do first.
      owner: platform
      reviewed: 2026-11-01
      steps:
        - confirm: Is the status page up to date?
        - checklist: [Tell support, Open a call]
      """;

  /** Something is done, and can be undone, before people are asked. */
  public static final String HALF_DONE =
      """
      apiVersion: muster/v1
      runbook: half-done
      title: Half done
      purpose: Changes something and waits.
      owner: platform
      reviewed: 2026-11-01
      steps:
        - {id: change, name: Change, uses: change, rollback: {uses: look}}
        - checklist: [Tell support, Open a call]
      """;

  /** More than fits a message at once. */
  public static final String LONG_LIST =
      """
      apiVersion: muster/v1
      runbook: long-list
      title: A long list
      purpose: All that must not be forgotten.
      owner: platform
      reviewed: 2026-11-01
      steps:
        - checklist: [a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25]
      """;

  /** Nobody who does not answer lets it go on. */
  public static final String GUARDED =
      """
      apiVersion: muster/v1
      runbook: guarded
      title: Guarded
      purpose: Needs a yes.
      owner: platform
      reviewed: 2026-11-01
      permissions: {run: [operator], approve: {roles: [dba], quorum: 1, notRequester: true}}
      steps:
        - {id: go, name: Approve, uses: approve, with: {message: "Go?", timeout: 15m, onTimeout: pause}}
        - {id: change, name: Change, uses: change}
      """;

  /** What fails first spoils the run; what fails then waits for people. */
  public static final String SPOILT =
      """
      apiVersion: muster/v1
      runbook: spoilt
      title: Spoilt
      purpose: Goes on after a failure.
      owner: platform
      reviewed: 2026-11-01
      steps:
        - {id: early, name: Early, uses: change, onFailure: continue, rollback: {uses: change}}
        - {id: late, name: Late, uses: change, onFailure: pause}
        - {id: ask, name: Ask, uses: confirm, with: {message: "All well?", timeout: 15m, onTimeout: pause}}
      """;

  /** What it is to be given is not there. */
  public static final String UNTOLD =
      """
      apiVersion: muster/v1
      runbook: untold
      title: Untold
      purpose: Reads what is not there.
      owner: platform
      reviewed: 2026-11-01
      inputs:
        count: {type: integer, default: 0}
      steps:
        - {id: change, name: Change, uses: change, with: {text: "${{ 1 / inputs.count }}"}, onFailure: pause}
      """;

  /** It can be undone as soon as it is known what happened. */
  public static final String HALF_KNOWN =
      """
      apiVersion: muster/v1
      runbook: half-known
      title: Half known
      purpose: Leaves doubts.
      owner: platform
      reviewed: 2026-11-01
      steps:
        - {id: look, name: Look, uses: look, with: {text: a}}
        - {id: change, name: Change, uses: change, rollback: {uses: look}}
      """;
}
