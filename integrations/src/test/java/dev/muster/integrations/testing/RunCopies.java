package dev.muster.integrations.testing;

/** Many runs that stand as those that are there, for tests that ask what many of them cost. */
public final class RunCopies {

  private RunCopies() {}

  /** The statement that makes so many of each. They have no key, and nothing is scheduled. */
  public static String of(int many) {
    return """
    with copied as (
      insert into run
      select nextval('run_number'), runbook, title, definition, requester, requester_name,
        requested_at, dry, incident_id, parent, null, state, standing, phase, ended_at, fence,
        wish, origin, course
      from run, generate_series(1, %d) returning id
    )
    insert into run_step select copied.id, path, record from copied, run_step
    """
        .formatted(many);
  }
}
