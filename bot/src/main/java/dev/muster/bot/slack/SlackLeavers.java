package dev.muster.bot.slack;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Person;
import dev.muster.integrations.slack.people.KnownPeople;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Tells the channel of notices of people who have left Slack and are still in muster.yaml. */
record SlackLeavers(Chat chat, Supplier<String> channel, InstantSource clock) {

  void changed(KnownPeople people, String user, boolean hasLeft) {
    if (hasLeft) {
      people.leave(user).ifPresent(person -> tell(person, user));
    } else {
      people.comeBack(user);
    }
  }

  private void tell(Person person, String user) {
    var what = person.name() + " was deactivated in Slack and can do nothing there any more.";
    var how = "Their shifts and roles stay until somebody takes them out of muster.yaml: ";
    var once = Once.first("left:" + user + ":" + clock.instant().getEpochSecond());
    chat.post(
        channel.get(),
        once,
        1,
        Message.of(
            what,
            Block.line(what),
            Block.line(Span.text(how), Span.code(person.id().value() + ": slack: " + user))));
  }
}
