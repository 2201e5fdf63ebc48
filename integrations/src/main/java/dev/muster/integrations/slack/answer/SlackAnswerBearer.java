package dev.muster.integrations.slack.answer;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.late.AnswerBearer;
import dev.muster.commands.chat.late.OwedAnswer;

/** Tells people in Slack what a replica that is gone has left untold. */
public record SlackAnswerBearer(Answers answers) implements AnswerBearer {

  static final String PLATFORM = "slack";

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public void bear(OwedAnswer owed, Message answer) {
    answers.tellLate(Address.read(owed.address()), owed.command(), answer);
  }
}
