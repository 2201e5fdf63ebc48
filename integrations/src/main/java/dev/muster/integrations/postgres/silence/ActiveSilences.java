package dev.muster.integrations.postgres.silence;

import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.Matchers;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.Silences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the silences of the moment, for the intake. Thread-safe.
 *
 * <p>They are read with each of its commits, in the round trip that locks and reads the alerts, and
 * not followed from afar: so no replica is ever behind, nothing has to be told between replicas,
 * and nothing is asked where a copy of them would have to be. It costs next to nothing. There are
 * 200 at most and mostly none, an index holds just those, and what takes time, to compile their
 * expressions, is done once for each as long as it lasts.
 */
public final class ActiveSilences {

  /** The index serves no parameter in place of the condition. */
  public static final String SQL =
      """
      select * from silence where ended_at is null
      """;

  private volatile Map<SilenceId, Matchers> compiled = Map.of();

  /** All rows that {@link #SQL} answers with. */
  public Silences read(ResultSet rows) throws SQLException {
    var known = compiled;
    var active = new ArrayList<Silence>();
    while (rows.next()) {
      var id = new SilenceId(rows.getLong("id"));
      var matchers = known.get(id);
      var text = rows.getString("matchers");
      active.add(SilenceRows.read(rows, matchers == null ? MatcherReader.parse(text) : matchers));
    }
    if (active.size() != known.size()
        || !active.stream().allMatch(silence -> known.containsKey(silence.id()))) {
      var next = new HashMap<SilenceId, Matchers>();
      active.forEach(silence -> next.put(silence.id(), silence.matchers()));
      compiled = next;
    }
    return active.isEmpty() ? Silences.NONE : new Silences(active);
  }
}
