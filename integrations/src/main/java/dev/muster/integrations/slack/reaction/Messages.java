package dev.muster.integrations.slack.reaction;

import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.people.Person;
import dev.muster.integrations.slack.form.Cut;
import dev.muster.integrations.slack.people.SlackPeople;
import dev.muster.integrations.slack.web.SlackApi;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads messages that people point at. Blocking and thread-safe. */
final class Messages {

  private static final int LONGEST = 500;

  private final SlackApi api;
  private final SlackPeople people;
  private final UnaryOperator<String> plain;

  /**
   * @param plain makes a text of Slack's readable
   */
  Messages(SlackApi api, SlackPeople people, UnaryOperator<String> plain) {
    this.api = api;
    this.people = people;
    this.plain = plain;
  }

  /**
   * Empty where it is gone. Asked for a reply, Slack brings it alone; asked for a root, the
   * beginning of its thread.
   */
  Optional<Message> find(String channel, String ts) {
    var found =
        api.call(
            "conversations.replies",
            channel,
            methods ->
                methods.conversationsReplies(request ->
                    request
                        .channel(channel)
                        .ts(ts)
                        .oldest(ts)
                        .latest(ts)
                        .inclusive(true)
                        .limit(2)));
    return found.getMessages().stream().filter(message -> ts.equals(message.getTs())).findFirst();
  }

  /**
   * Asks Slack for more, which is not to be done for messages that nobody notes.
   *
   * @param reader by whom it is quoted: whose words these are need not be said of one's own
   */
  Quotation quote(String channel, Message message, String reader) {
    var ts = message.getTs();
    var link =
        api.call(
            "chat.getPermalink",
            methods -> methods.chatGetPermalink(request -> request.channel(channel).messageTs(ts)));
    var text = plain.apply(Objects.requireNonNullElse(message.getText(), "")).strip();
    var words = Cut.to(LONGEST, text.isEmpty() ? files(message) : text);
    var said =
        words.isEmpty() || reader.equals(message.getUser())
            ? words
            : author(message) + ": " + words;
    return new Quotation(ts, said, link.getPermalink());
  }

  private static String files(Message message) {
    return Objects.requireNonNullElse(message.getFiles(), List.<File>of()).stream()
        .map(file -> Objects.requireNonNullElse(file.getTitle(), "a file"))
        .collect(Collectors.joining(", "));
  }

  private String author(Message message) {
    var user = message.getUser();
    return user == null
        ? Objects.requireNonNullElse(message.getUsername(), "A bot")
        : known(user).orElse("Somebody");
  }

  /** A name is not worth losing the note. */
  private Optional<String> known(String user) {
    try {
      return people.person(user).map(Person::name).or(() -> asSlackSays(user));
    } catch (ChatException unknown) {
      return Optional.empty();
    }
  }

  private Optional<String> asSlackSays(String user) {
    User info = api.call("users.info", methods -> methods.usersInfo(it -> it.user(user))).getUser();
    return Stream.of(info.getRealName(), info.getName()).filter(Objects::nonNull).findFirst();
  }
}
