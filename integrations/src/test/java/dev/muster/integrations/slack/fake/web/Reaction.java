package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Answer;
import dev.muster.integrations.slack.fake.fault.Fault;
import java.util.Optional;

/** An answer, and the fault in whose manner it is given. */
record Reaction(Answer answer, Optional<Fault> manner) {

  static Reaction plain(Answer answer) {
    return new Reaction(answer, Optional.empty());
  }
}
