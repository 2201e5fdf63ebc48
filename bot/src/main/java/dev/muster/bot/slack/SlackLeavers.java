package dev.muster.bot.slack;

import dev.muster.bot.config.Config;
import dev.muster.bot.process.Waiting;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.login.SessionStore;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.OwnShifts;
import dev.muster.commands.people.Person;
import dev.muster.integrations.slack.people.KnownPeople;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs out whoever has left Slack, and tells the channel of notices, in every chat that has it, of
 * those who are still in muster.yaml: which shifts of theirs somebody else has to take.
 */
public record SlackLeavers(
    List<Chat> chats,
    Supplier<Config> config,
    OnCall onCall,
    SessionStore sessions,
    InstantSource clock) {

  private static final Logger log = LoggerFactory.getLogger(SlackLeavers.class);
  private static final int TRIES = 20;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  public SlackLeavers {
    chats = List.copyOf(chats);
  }

  void changed(KnownPeople people, String user, boolean hasLeft) {
    if (hasLeft) {
      people.leave(user).ifPresent(person -> leave(person, user));
    } else {
      people.comeBack(user);
    }
  }

  private void leave(Person person, String user) {
    sessions.endAll(person.id());
    var key = "left:" + user + ":" + clock.instant().getEpochSecond();
    var channel = config.get().notices();
    var message = message(person, user);
    for (var chat : chats) {
      if (chat.has(channel)) {
        tell(chat, channel, key, message);
      }
    }
  }

  /** Where there is no room at the moment, when there is. */
  private static void tell(Chat chat, String channel, String key, Message message) {
    for (var attempt = 1; ; attempt++) {
      try {
        chat.post(channel, new Once(key, attempt > 1), 1, message);
        return;
      } catch (ChatException trouble) {
        var isOver =
            switch (trouble.outcome()) {
              case BUSY, FAILED -> attempt == TRIES;
              case REFUSED, GONE -> true;
            };
        if (isOver) {
          log.atWarn()
              .addKeyValue("platform", chat.platform())
              .addKeyValue("reason", trouble.getMessage())
              .log("A chat was not told who has left Slack");
          return;
        }
        var wait = trouble.comeAgainAfter();
        Waiting.pause(wait.compareTo(PAUSE) > 0 ? wait : PAUSE);
      }
    }
  }

  private Message message(Person person, String user) {
    var what = person.name() + " was deactivated in Slack and can do nothing there any more.";
    var shifts = OwnShifts.of(person.id(), config.get().schedules(), onCall, clock.instant());
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(what)));
    shifts.forEach(own -> add(own, blocks));
    blocks.add(
        Block.line(
            shifts.isEmpty()
                ? "They have no shift now, and none in the next 16 weeks."
                : "Slack does not reach them: give these shifts to somebody else, in the rotations"
                    + " of muster.yaml."));
    blocks.add(
        Block.line(
            Span.text(
                "They were logged out of the console. They keep their roles, and can log in"
                    + " again, until somebody takes them out of muster.yaml: "),
            Span.code(person.id().value() + ": slack: " + user)));
    return new Message(what + summary(shifts), blocks);
  }

  private static String summary(List<OwnShifts> shifts) {
    var now =
        shifts.stream()
            .filter(own -> own.now().isPresent())
            .map(own -> own.schedule().name())
            .toList();
    return now.isEmpty() ? "" : " They are on call now: " + String.join(", ", now) + ".";
  }

  private static void add(OwnShifts own, List<Block> blocks) {
    var name = Span.strong(own.schedule().name());
    own.now()
        .ifPresent(shift ->
            blocks.add(
                Block.line(
                    Span.text("On call now: "),
                    name,
                    Span.text(" until "),
                    Span.time(shift.until()))));
    own.next()
        .ifPresent(shift ->
            blocks.add(
                Block.line(
                    Span.text("Next shift: "),
                    name,
                    Span.text(" from "),
                    Span.time(shift.from()),
                    Span.text(" until "),
                    Span.time(shift.until()))));
  }
}
