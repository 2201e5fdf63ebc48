package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Person;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.slack.answer.LostEnds;
import dev.muster.integrations.slack.answer.Origin;
import dev.muster.integrations.slack.people.SlackPeople;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has somebody of Slack ask as the person who they are. Blocking and thread-safe. */
final class Asking {

  private static final Logger log = LoggerFactory.getLogger(Asking.class);

  private static final String PLATFORM = "slack";

  private final SlackPeople people;
  private final Channels channels;
  private final LostEnds ends;

  /**
   * @param ends what became of something that the database was lost in the middle of
   */
  Asking(SlackPeople people, Channels channels, LostEnds ends) {
    this.people = people;
    this.channels = channels;
    this.ends = ends;
  }

  /** Always answers, and says what was not done and why. */
  Reply ask(Origin origin, String text, String requestId, Function<Invocation, Reply> command) {
    try {
      return people
          .person(origin.user())
          .map(person -> command.apply(invocation(person, origin, text, requestId)))
          .orElseGet(() -> stranger(origin.user()));
    } catch (StoreUnavailable away) {
      return away.isUnclear() ? ends.of(origin, text, requestId) : notDone(away);
    } catch (ChatException away) {
      return failed(
          "Nothing was done, for Slack did not say who you are: "
              + away.getMessage()
              + ". Try again in a minute.");
    }
  }

  /** Of what could not be asked at all, such as of people who cannot be looked up now. */
  Reply broken(Throwable broken) {
    if (broken.getCause() instanceof StoreUnavailable away && !away.isUnclear()) {
      return notDone(away);
    }
    log.atError().setCause(broken).log("What somebody in Slack asked for broke");
    return failed(
        "Muster broke while it was at that, and it may have been done: look before you ask again,"
            + " and tell whoever runs Muster.");
  }

  /** Where somebody is, in words that are not Slack's. */
  Place place(Origin origin) {
    var id = origin.place().channel();
    var channel = channels.name(id).orElseGet(channels::usual);
    var thread =
        origin
            .thread()
            .map(root -> Threads.name(id, root))
            .or(() -> channels.isOwn(id) ? Optional.of(Threads.whole(id)) : Optional.empty());
    return new Place(PLATFORM, channel, thread);
  }

  private Invocation invocation(Person person, Origin origin, String text, String requestId) {
    return new Invocation(person, place(origin), text, requestId);
  }

  private static Reply notDone(StoreUnavailable away) {
    return failed(
        away.isContended()
            ? "Somebody else was busy with the same, so nothing was done. Try again now."
            : "Muster's database is away, so nothing was done. Try again in a minute.");
  }

  private static Reply failed(String text) {
    return Reply.error(Reply.Error.FAILED, Message.of(text));
  }

  private static Reply stranger(String user) {
    var text = "Muster does not know you yet, so nothing was done.";
    var how = "Ask whoever runs Muster to write this under your name in muster.yaml: ";
    return Reply.error(
        Reply.Error.DENIED,
        Message.of(
            text,
            Block.line(text),
            Block.line(Span.text(how), Span.code("slack: " + user)),
            Block.line("Or your e-mail address, if it is the same as in Slack.")));
  }
}
