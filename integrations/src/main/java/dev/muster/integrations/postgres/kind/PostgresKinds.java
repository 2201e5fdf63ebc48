package dev.muster.integrations.postgres.kind;

import dev.muster.integrations.postgres.kind.change.AlterSystem;
import dev.muster.integrations.postgres.kind.change.Analyze;
import dev.muster.integrations.postgres.kind.change.CreateIndexConcurrently;
import dev.muster.integrations.postgres.kind.change.ReindexConcurrently;
import dev.muster.integrations.postgres.kind.change.TerminateBackends;
import dev.muster.integrations.postgres.kind.change.VacuumAnalyze;
import dev.muster.integrations.postgres.kind.copy.Backup;
import dev.muster.integrations.postgres.kind.copy.ExportRows;
import dev.muster.integrations.postgres.kind.copy.RestoreVerify;
import dev.muster.integrations.postgres.kind.look.Connections;
import dev.muster.integrations.postgres.kind.look.Explain;
import dev.muster.integrations.postgres.kind.look.Locks;
import dev.muster.integrations.postgres.kind.look.LongQueries;
import dev.muster.integrations.postgres.kind.look.MissingIndexes;
import dev.muster.integrations.postgres.kind.look.Query;
import dev.muster.integrations.postgres.kind.look.Sizes;
import dev.muster.integrations.postgres.kind.look.StatStatements;
import dev.muster.integrations.postgres.kind.look.UnusedIndexes;
import dev.muster.integrations.postgres.kind.standby.Promote;
import dev.muster.integrations.postgres.kind.standby.ReplayBacklog;
import dev.muster.integrations.postgres.kind.standby.ReplicationLag;
import dev.muster.runbooks.kind.Kind;
import java.nio.file.Path;
import java.util.List;

/** The kinds of steps on PostgreSQL: a new one is one class and one line here. */
public final class PostgresKinds {

  private PostgresKinds() {}

  /**
   * By name.
   *
   * @param files where backups and exports lie
   */
  public static List<Kind> all(Path files) {
    return List.of(
        new AlterSystem(),
        new Analyze(),
        new Backup(files),
        new Connections(),
        new CreateIndexConcurrently(),
        new Explain(),
        new ExportRows(files),
        new Locks(),
        new LongQueries(),
        new MissingIndexes(),
        new Promote(),
        new Query(),
        new ReindexConcurrently(),
        new ReplayBacklog(),
        new ReplicationLag(),
        new RestoreVerify(files),
        new Sizes(),
        new StatStatements(),
        new TerminateBackends(),
        new UnusedIndexes(),
        new VacuumAnalyze());
  }
}
