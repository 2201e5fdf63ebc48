package dev.muster.integrations.postgres.run.post;

import dev.muster.integrations.postgres.Database;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.run.RunId;
import java.util.List;

/** A log whose last lines stand in the messages of runs: with new ones those are edited. */
public record ShownRunLog(RunLog log, RunPostRows posts, Database database) implements RunLog {

  @Override
  public void append(RunId run, List<Line> lines) {
    database.inTransaction(() -> {
      log.append(run, lines);
      if (lines.stream().anyMatch(line -> line.source() == Source.OUTPUT)) {
        posts.refresh(run);
      }
    });
  }

  @Override
  public Size size(RunId run, String path) {
    return log.size(run, path);
  }

  @Override
  public List<Numbered> page(RunId run, long after, int limit) {
    return log.page(run, after, limit);
  }

  @Override
  public List<Numbered> last(RunId run, long before, int limit) {
    return log.last(run, before, limit);
  }

  @Override
  public List<Line> tail(RunId run, int limit) {
    return log.tail(run, limit);
  }
}
