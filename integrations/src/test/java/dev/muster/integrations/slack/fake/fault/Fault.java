package dev.muster.integrations.slack.fake.fault;

import dev.muster.integrations.slack.fake.answer.Answer;
import java.time.Duration;

/** One thing that goes wrong with a call, which may have been done all the same. */
public sealed interface Fault {

  boolean done();

  /** Another answer than the method's. */
  record Answers(Answer answer, boolean done) implements Fault {}

  /** Nothing for a while; then the answer if it was done, else the end of the connection. */
  record Hangs(Duration howLong, boolean done) implements Fault {}

  /** The connection is reset after the body was read. */
  record Resets(boolean done) implements Fault {}

  /** The right answer, byte by byte. */
  record Trickles(Duration howLong) implements Fault {

    @Override
    public boolean done() {
      return true;
    }
  }
}
