package dev.muster.integrations.slack.answer;

import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.chat.late.WhatBecame.Cause;
import dev.muster.integrations.slack.blocks.Golden;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said while work takes long, and after it was lost, as files. */
class LateGoldenTest {

  private static final String COMMAND = "/incident resolve #1042";

  @Test
  void work_that_takes_longer_than_slack_waits() throws IOException {
    Golden.message("late", Late.words(COMMAND, true));
    Golden.message("late-unwritten", Late.words(COMMAND, false));
  }

  @Test
  void work_that_was_interrupted() throws IOException {
    var clock = new TestClock();
    try (var replica = TestReplica.onNewDatabase(clock)) {
      var filled = Map.of("resolution", "Restarted the pool");
      var owed =
          new OwedAnswer("r1", SlackAnswerBearer.PLATFORM, "{}", COMMAND, filled, clock.instant());
      Golden.message(
          "late-interrupted", replica.whatBecame().of(owed, Cause.INTERRUPTION).message());
    }
  }
}
