package dev.muster.integrations.slack.fake.response;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.methods.Contents;
import dev.muster.integrations.slack.fake.methods.Threads;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.strict.Target;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Messages that answer an interaction, in its acknowledgement or by its response_url. */
public final class Responses {

  private static final Set<String> KNOWN =
      Set.of(
          "text",
          "blocks",
          "attachments",
          "response_type",
          "replace_original",
          "delete_original",
          "thread_ts",
          "unfurl_links",
          "unfurl_media",
          "mrkdwn",
          "metadata");

  private final Workspace workspace;
  private final Ledger ledger;
  private final Contents contents;

  public Responses(Workspace workspace, Ledger ledger) {
    this.workspace = workspace;
    this.ledger = ledger;
    contents = new Contents(workspace.ids(), ledger);
  }

  /** Throws {@link Refused} when Slack would. */
  public void accept(String method, Origin origin, ObjectNode response) {
    synchronized (ledger) {
      response.propertyNames().stream()
          .filter(it -> !KNOWN.contains(it))
          .forEach(it -> ledger.add(Entry.oddity(method, "there is no member " + it)));
      var channel = workspace.channels().get(origin.channel());
      var original = Optional.ofNullable(channel).flatMap(it -> it.message(origin.messageTs()));
      if (response.path("delete_original").asBoolean(false)) {
        delete(method, origin, original, channel);
      } else {
        var content = contents.read(method, response, Contents.POSTED);
        place(method, origin, response, content);
      }
    }
  }

  private void delete(String method, Origin origin, Optional<Message> original, Channel channel) {
    original.ifPresent(channel::remove);
    ledger.add(
        new Entry(
            Kind.DELETION,
            new Target(origin.channel(), origin.user(), origin.messageTs()),
            method,
            Json.object()));
  }

  private void place(String method, Origin origin, ObjectNode response, Message.Content content) {
    var channel = workspace.channels().get(origin.channel());
    var original = Optional.ofNullable(channel).flatMap(it -> it.message(origin.messageTs()));
    if (response.path("replace_original").asBoolean(false) && original.isPresent()) {
      var kept = original.get().content().metadata();
      original
          .get()
          .edit(new Message.Content(content.text(), content.blocks(), kept), workspace.nextTs());
      ledger.add(Entry.of(Kind.EDIT, original.get(), method));
      return;
    }
    var thread = Json.text(response, "thread_ts");
    if (Json.text(response, "response_type").equals("in_channel")) {
      Threads.check(channel, thread, method, ledger);
      var message = new Message(channel.id(), workspace.nextTs(), BOT_USER, thread, content);
      channel.add(message);
      ledger.add(Entry.of(Kind.MESSAGE, message, method));
    } else {
      var body = Entry.bodyOf(content, thread);
      var ts = workspace.nextTs();
      ledger.add(
          new Entry(Kind.EPHEMERAL, new Target(origin.channel(), origin.user(), ts), method, body));
    }
  }
}
