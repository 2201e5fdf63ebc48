package dev.muster.integrations.postgres.kind.standby;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import java.sql.SQLException;

/**
 * What a server says of its own recovery.
 *
 * @param behind bytes that it has received and not replayed; meaningless if nothing was received
 */
record Recovery(boolean isStandby, boolean received, long behind, Row facts) {

  /**
   * {@code waits}: the process that replays waits for more, so it has replayed all that there is.
   */
  private static final String SQL =
      """
      select pg_is_in_recovery() as standby,
        case when pg_is_in_recovery() then pg_last_wal_receive_lsn() is not null end as received,
        case when pg_is_in_recovery()
          then pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())::bigint
          end as behind,
        case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as replayed,
        pg_last_xact_replay_timestamp() as "lastCommitAt",
        case when pg_is_in_recovery() then pg_is_wal_replay_paused() else false end as paused,
        exists (select from pg_stat_activity where backend_type = 'walreceiver') as receiving,
        exists (select from pg_stat_activity where backend_type = 'startup'
          and wait_event in ('RecoveryWalStream', 'RecoveryRetrieveRetryInterval')) as waits
      """;

  static Recovery of(Session session) throws SQLException {
    var row = session.row(SQL);
    return new Recovery(
        row.isTrue("standby"), row.isTrue("received"), Math.max(0, row.number("behind")), row);
  }

  /** After a restart without its primary a standby cannot count, but it shows that it waits. */
  boolean hasReplayedAll() {
    return received ? behind == 0 : facts.isTrue("waits");
  }
}
