package dev.muster.runbooks.testing;

import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.run.RunId;
import java.util.ArrayList;
import java.util.List;

/** A log in memory, of all runs together. */
public final class MemoryLog implements RunLog {

  private final List<Line> lines = new ArrayList<>();
  private boolean isBroken;

  /** As a database that is away. */
  public synchronized MemoryLog breaks(boolean now) {
    isBroken = now;
    return this;
  }

  @Override
  public synchronized void append(RunId run, List<Line> more) {
    if (isBroken) {
      throw new IllegalStateException("the log is away");
    }
    lines.addAll(more);
  }

  @Override
  public synchronized Size size(RunId run, String path) {
    var characters = lines.stream().mapToLong(line -> line.text().length()).sum();
    var own = lines.stream().filter(line -> line.path().equals(path)).count();
    return new Size(characters, own);
  }

  @Override
  public synchronized List<Numbered> page(RunId run, long after, int limit) {
    var page = new ArrayList<Numbered>();
    for (var i = (int) after; i < Math.min(lines.size(), after + limit); i++) {
      page.add(new Numbered(i + 1, lines.get(i)));
    }
    return page;
  }

  @Override
  public List<Numbered> last(RunId run, long before, int limit) {
    var all = page(run, 0, (int) Math.clamp(before - 1, 0, Integer.MAX_VALUE / 2));
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  @Override
  public synchronized List<Line> tail(RunId run, int limit) {
    var all = lines.stream().filter(line -> line.source() == Source.OUTPUT).toList();
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  public synchronized List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }
}
