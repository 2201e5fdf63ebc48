package dev.muster.integrations.postgres.silence;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.Silence;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;

/** Somebody who begins silences and ends them, each in a transaction. */
record SilenceHands(TestReplica replica, TestClock clock) {

  static final Actor BY = new Actor.Human(new PersonId("devops"), "DevOps Engineer");

  Silence begin(String matchers, Duration time) {
    var store = replica.silences();
    return replica
        .database()
        .inTransaction(() -> {
          store.lock();
          var change = new Change(clock.instant(), BY);
          var all = MatcherReader.parse(matchers);
          return store.begin(all, "disk swap", change, clock.instant().plus(time));
        });
  }

  Silence end(Silence silence) {
    var store = replica.silences();
    return replica
        .database()
        .inTransaction(() -> {
          store.lock();
          var over = silence.endedBy(new Change(clock.instant(), BY));
          store.end(over);
          return over;
        });
  }
}
